import { statementPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { operatorAliases, operatorSpellings } from "../../catalog/policy/condition-operators.js";
import { operatorBlocks } from "../../model/policy/condition.js";
import { writeOperator } from "../../model/policy/condition-edits.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

const spellings = operatorSpellings();
const known = new Set(spellings);
const byLowerCase = new Map(spellings.map((each) => [each.toLowerCase(), each]));

export const knownOperator = defineRule({
  id: "policy/known-operator",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A condition operator must be one that IAM defines.",
  rationale: "AWS rejects a policy with an unknown condition operator.",
  certainty: "documented",
  sources: ["iam-condition-operators", "access-analyzer:INVALID_CONDITION_OPERATOR"],
  equivalents: analyzerEquivalents("INVALID_CONDITION_OPERATOR"),
  messages: {
    unknown: '"{operator}" is not a valid condition operator, so the policy is rejected.',
    close:
      '"{operator}" is not a valid condition operator, so the policy is rejected. Did you mean "{known}"?',
    case: 'AWS spells this operator "{known}". Some tools reject the spelling "{operator}".',
  },
  *check(policy, report) {
    for (const { member, operator } of policy.statements.flatMap(operatorBlocks)) {
      const { text, span } = operator;
      // Null with a qualifier or with IfExists is reported by another rule.
      if (known.has(text) || operator.name === "Null") continue;
      const title = (meant: string): ReturnType<typeof message> =>
        message('Replace "{operator}" with "{known}"', { operator: text, known: meant });
      const sameButCase = byLowerCase.get(text.toLowerCase());
      if (sameButCase !== undefined) {
        yield report(
          "case",
          span,
          { operator: text, known: sameButCase },
          {
            severity: "warning",
            equivalents: [],
            fixes: safeFix(title(sameButCase), policy.tree.writer.renameKey(member, sameButCase)),
          },
        );
        continue;
      }
      const alias = operatorAliases.get(operator.name.toLowerCase());
      const meant =
        alias === undefined
          ? nearest(text, spellings)
          : writeOperator({ ...operator, name: alias });
      if (meant === undefined) {
        yield report("unknown", span, { operator: text });
        continue;
      }
      yield report(
        "close",
        span,
        { operator: text, known: meant },
        {
          fixes: reviewFix(title(meant), policy.tree.writer.renameKey(member, meant)),
        },
      );
    }
  },
});
