import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { carriesConditionKey, isResourceTagKey } from "../../catalog/policy/condition-keys.js";
import { conditionsOf, namedActions } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { defineRule } from "../rule.js";

export const noUnsupportedTagCondition = defineRule({
  id: "policy/no-unsupported-tag-condition",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A condition on a resource tag must be used only with actions that support it.",
  rationale:
    "A request without the key does not match the condition, so a Deny does not deny the action and an Allow does not allow it, whatever tags the resource has.",
  certainty: "inferred",
  sources: [
    "access-analyzer:DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "access-analyzer:ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
  ],
  equivalents: analyzerEquivalents(
    "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
  ),
  messages: {
    notDenied:
      'Requests for "{action}" do not include "{key}", so this statement never denies the action.',
    notAllowed:
      'Requests for "{action}" do not include "{key}", so this statement never allows the action.',
    someNotDenied:
      '"NotAction" covers actions whose requests do not include "{key}". This statement does not deny them.',
    someNotAllowed:
      '"NotAction" covers actions whose requests do not include "{key}". This statement does not allow them.',
  },
  *check(policy, report) {
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      const { key, keySpan } = condition;
      if (!isResourceTagKey(key) || operator === undefined || operator.negated) continue;
      const { qualifier, ifExists } = condition.operator;
      if (operator.family === "null" || ifExists || qualifier === "ForAllValues") continue;
      const allows = statement.allows;
      if (allows === undefined) continue;
      const severity = allows ? "info" : "warning";
      const effect = allows ? "ALLOW" : "DENY";
      if (statement.notAction !== undefined) {
        yield report(
          allows ? "someNotAllowed" : "someNotDenied",
          statement.notAction.keySpan,
          { key },
          {
            severity,
            equivalents: analyzerEquivalents(
              `${effect}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
            ),
            related: [{ span: keySpan, message: message("The tag condition is here.") }],
          },
        );
        continue;
      }
      for (const { item, text, detail } of namedActions(statement)) {
        if (detail === undefined || carriesConditionKey(detail, key)) continue;
        yield report(
          allows ? "notAllowed" : "notDenied",
          item.span,
          { action: text, key },
          {
            severity,
            equivalents: analyzerEquivalents(
              `${effect}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
            ),
            related: [{ span: keySpan, message: message("The tag condition is here.") }],
          },
        );
      }
    }
  },
});
