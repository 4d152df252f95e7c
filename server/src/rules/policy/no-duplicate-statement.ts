import { statementPolicyTypes } from "../../model/policy/policy.js";
import { repeatedStatements } from "../../model/policy/redundancy.js";
import { itemsOf } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noDuplicateStatement = defineRule({
  id: "policy/no-duplicate-statement",
  policyTypes: statementPolicyTypes,
  severity: "info",
  summary: "A policy must not contain equivalent statements.",
  rationale:
    "A duplicate statement changes nothing and makes the policy longer and harder to read.",
  certainty: "documented",
  sources: ["access-analyzer-checks"],
  equivalents: ["access-analyzer:REDUNDANT_STATEMENT"],
  acrossStatements: true,
  messages: {
    again: "Another statement is equivalent, so this one changes nothing.",
  },
  *check({ statement: list, statements, tree }, report) {
    for (const { statement, first } of repeatedStatements(statements)) {
      const array = list?.value;
      const removed =
        array?.kind === "array" && itemsOf(array).length > 1
          ? tree.writer.removeItem(array, statement.node)
          : undefined;
      yield report(
        "again",
        statement.head,
        {},
        {
          fixes: safeFix(message("Remove the duplicate statement"), removed),
          related: [{ span: first.head, message: message("The other statement is here.") }],
          unnecessary: true,
        },
      );
    }
  },
});
