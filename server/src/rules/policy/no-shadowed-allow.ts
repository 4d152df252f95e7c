import { nameOf } from "../../model/access/access.js";
import { deadStatements } from "../../model/access/dead-statement.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noShadowedAllow = defineRule({
  id: "policy/no-shadowed-allow",
  policyTypes: ["bucket", "key"],
  severity: "warning",
  summary: "A statement must not allow only what another statement denies.",
  rationale: "An explicit Deny overrides any Allow, so the allowing statement has no effect.",
  certainty: "documented",
  sources: ["iam-policy-evaluation"],
  acrossStatements: true,
  messages: {
    dead: "This statement has no effect because statement {denial} denies everything that it allows.",
  },
  *check(policy, report) {
    for (const { statement, deniedBy } of deadStatements(policy)) {
      const denial = nameOf(deniedBy);
      const related = [{ span: deniedBy.head, message: message("The Deny statement is here.") }];
      yield report("dead", statement.effect?.keySpan ?? statement.head, { denial }, { related });
    }
  },
});
