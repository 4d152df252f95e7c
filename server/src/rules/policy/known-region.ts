import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isRegionKey } from "../../catalog/policy/condition-keys.js";
import { isPlausibleRegion, regions } from "../../catalog/regions.js";
import {
  conditionsOf,
  firstWildcard,
  holdsVariable,
  knownTexts,
} from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownRegion = defineRule({
  id: "policy/known-region",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "A condition on a Region must use a valid AWS Region.",
  rationale: "No request goes to a Region that does not exist, so the value never matches.",
  certainty: "documented",
  sources: ["aws-partitions", "access-analyzer:INVALID_REGION"],
  equivalents: analyzerEquivalents("INVALID_REGION"),
  messages: {
    unknown:
      '"{region}" is not a known AWS Region. If it does not exist, this value never matches.',
    none: '"{region}" is not a valid AWS Region, so it never matches.',
    close: '"{region}" is not a valid AWS Region, so it never matches. Did you mean "{known}"?',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      if (operator?.family !== "string" || !isRegionKey(condition.key)) continue;
      for (const { node, span, text } of knownTexts(condition)) {
        if (holdsVariable(text) || firstWildcard(text) !== undefined || regions.includes(text)) {
          continue;
        }
        const known = nearest(text, regions);
        const data = { region: text };
        const fixes =
          known === undefined
            ? []
            : reviewFix(
                message('Replace "{region}" with "{known}"', { region: text, known }),
                policy.tree.writer.replaceValue(node, known),
              );
        if (isPlausibleRegion(text)) {
          // It may have opened since the list was made.
          yield report("unknown", span, data, { fixes });
        } else if (known === undefined) {
          yield report("none", span, data);
        } else {
          yield report("close", span, { ...data, known }, { fixes });
        }
      }
    }
  },
});
