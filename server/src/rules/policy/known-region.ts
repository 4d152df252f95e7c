import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { isRegionKey } from "../../catalog/policy/condition-keys.js";
import { isPlausibleRegion, partitionsSource, regions } from "../../catalog/regions.js";
import {
  conditionsOf,
  firstWildcard,
  holdsVariable,
  isAwsPolicy,
  knownTexts,
} from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownRegion = defineRule({
  id: "policy/known-region",
  severity: "error",
  summary: "A condition on the Region must name one that AWS has.",
  rationale: "A Region that does not exist is never the one that a request goes to.",
  certainty: "documented",
  sources: [partitionsSource, analyzerSource("INVALID_REGION")],
  equivalents: analyzerEquivalents("INVALID_REGION"),
  messages: {
    unknown: '"{region}" is no Region that is known here, so this may match no request.',
    none: '"{region}" is no AWS Region, so no request ever goes there.',
    close: '"{region}" is no AWS Region, so no request ever goes there; "{known}" is one.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
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
          yield report("unknown", span, data, { severity: "warning", fixes });
        } else if (known === undefined) {
          yield report("none", span, data);
        } else {
          yield report("close", span, { ...data, known }, { fixes });
        }
      }
    }
  },
});
