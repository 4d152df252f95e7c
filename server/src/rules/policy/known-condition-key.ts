import { awsPolicyTypes, rejectsUnknownNames } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import {
  deprecatedKeys,
  isKeyOfDetailedService,
  isKnownGlobalKey,
  isKnownKeyPrefix,
  isProviderKey,
  keyPrefix,
  keysBeside,
  keyWithoutTag,
} from "../../catalog/policy/condition-keys.js";
import { conditionKeyDetail } from "../../catalog/service-reference.js";
import { conditionsOf } from "../../model/policy/condition.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

export const knownConditionKey = defineRule({
  id: "policy/known-condition-key",
  policyTypes: awsPolicyTypes,
  severity: "error",
  summary: "Every condition key must be one that AWS defines.",
  rationale:
    "No request includes an unknown key, so the condition never matches or always matches. S3 rejects a bucket policy with an unknown key.",
  certainty: "documented",
  sources: [
    "global-condition-keys",
    "access-analyzer:INVALID_GLOBAL_CONDITION_KEY",
    "access-analyzer:INVALID_SERVICE_CONDITION_KEY",
    "access-analyzer:INVALID_SERVICE",
  ],
  equivalents: analyzerEquivalents(
    "INVALID_GLOBAL_CONDITION_KEY",
    "INVALID_SERVICE_CONDITION_KEY",
    "INVALID_SERVICE",
  ),
  messages: {
    global: '"{key}" is not a valid global condition key, so no request includes it.',
    globalMeant:
      '"{key}" is not a valid global condition key, so no request includes it. Did you mean "{known}"?',
    service:
      '"{key}" is not a valid condition key of the service "{service}", so no request includes it.',
    serviceMeant:
      '"{key}" is not a valid condition key of the service "{service}", so no request includes it. Did you mean "{known}"?',
    prefix:
      '"{prefix}" is not an AWS service prefix, so no request to AWS includes the key "{key}".',
  },
  *check(policy, report) {
    for (const { condition } of conditionsOf(policy)) {
      const { key, keySpan, keyMember } = condition;
      const prefix = keyPrefix(key);
      const complete = prefix !== "" && key.length > prefix.length + 1;
      if (!complete || isProviderKey(key) || keyWithoutTag(key) !== undefined) continue;
      if (isKnownGlobalKey(key) || deprecatedKeys.has(key.toLowerCase())) continue;
      const fixes = (known: string): readonly Fix[] =>
        reviewFix(
          message('Replace "{key}" with "{known}"', { key, known }),
          policy.tree.writer.renameKey(keyMember, known),
        );
      if (prefix.toLowerCase() === "aws") {
        const known = meantKey(key);
        const equivalents = analyzerEquivalents("INVALID_GLOBAL_CONDITION_KEY");
        yield known === undefined
          ? report("global", keySpan, { key }, { equivalents })
          : report("globalMeant", keySpan, { key, known }, { fixes: fixes(known), equivalents });
      } else if (isKeyOfDetailedService(key)) {
        if (conditionKeyDetail(key) !== undefined) continue;
        const known = meantKey(key);
        const data = { key, service: prefix };
        const equivalents = analyzerEquivalents("INVALID_SERVICE_CONDITION_KEY");
        yield known === undefined
          ? report("service", keySpan, data, { equivalents })
          : report(
              "serviceMeant",
              keySpan,
              { ...data, known },
              { fixes: fixes(known), equivalents },
            );
      } else if (!isKnownKeyPrefix(prefix)) {
        yield report(
          "prefix",
          keySpan,
          { key, prefix },
          {
            // AWS adds and retires services. IAM accepts the condition, S3 and KMS reject it.
            severity: rejectsUnknownNames(policy) ? "error" : "warning",
            equivalents: analyzerEquivalents("INVALID_SERVICE"),
          },
        );
      }
    }
  },
});

/** The known key that is spelled nearly so; what follows a slash is the user's own. */
function meantKey(key: string): string | undefined {
  const slash = key.indexOf("/");
  const written = slash < 0 ? key : key.slice(0, slash);
  const names = keysBeside(key)
    .filter((each) => each.includes("/") === slash >= 0)
    .map((each) => each.split("/", 1)[0] ?? each);
  const found = nearest(written, names);
  return found === undefined ? undefined : found + key.slice(written.length);
}
