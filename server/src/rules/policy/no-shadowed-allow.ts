import { iamEvaluation } from "../../catalog/wandb/sources.js";
import { nameOf } from "../../model/access/access.js";
import { deadStatements } from "../../model/access/dead-statement.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noShadowedAllow = defineRule({
  id: "policy/no-shadowed-allow",
  policyTypes: ["bucket", "key"],
  severity: "warning",
  summary: "A statement must not allow what another one denies in full.",
  rationale:
    "A denial wins over every permission, so the statement that allows has no effect at all.",
  certainty: "documented",
  sources: [iamEvaluation],
  acrossStatements: true,
  messages: {
    dead: "This statement allows nothing, as {denial} denies all of it.",
  },
  *check(policy, report) {
    for (const { statement, deniedBy } of deadStatements(policy)) {
      const denial = nameOf(deniedBy);
      const related = [{ span: deniedBy.head, message: message("The denial stands here.") }];
      yield report("dead", statement.effect?.keySpan ?? statement.head, { denial }, { related });
    }
  },
});
