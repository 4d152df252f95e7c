import { awsPolicyTypes } from "../../model/policy/policy.js";
import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { kmsKeyIdKey } from "../../catalog/policy/condition-keys.js";
import {
  conditionsOf,
  firstWildcard,
  holdsVariable,
  isKey,
  knownTexts,
} from "../../model/policy/condition.js";
import { readArn } from "../../model/policy/arn.js";
import { defineRule } from "../rule.js";

export const requireKmsKeyArn = defineRule({
  id: "policy/require-kms-key-arn",
  policyTypes: awsPolicyTypes,
  severity: "warning",
  summary: "The KMS key of an upload must be compared with a key ARN.",
  rationale:
    "S3 compares the full ARN of the key, no matter how the request specifies the key, so an alias or a key ID alone never matches.",
  certainty: "documented",
  sources: ["access-analyzer:INVALID_KMS_KEY_VALUE"],
  equivalents: analyzerEquivalents("INVALID_KMS_KEY_VALUE"),
  messages: {
    alias:
      '"{value}" is an alias, but S3 compares the key ARN, so it never matches. Use the ARN of the key.',
    bare: '"{value}" is not a KMS key ARN such as arn:aws:kms:region:account:key/id, so it never matches.',
  },
  *check(policy, report) {
    for (const { condition, operator } of conditionsOf(policy)) {
      if (!isKey(condition.key, kmsKeyIdKey)) continue;
      if (operator?.family !== "string" && operator?.family !== "arn") continue;
      for (const { span, text } of knownTexts(condition)) {
        if (holdsVariable(text) || firstWildcard(text) !== undefined || isKeyArn(text)) continue;
        // A description in words is still to be replaced.
        if (text.includes(" ")) continue;
        const key = readArn(text)?.resource.value ?? text;
        yield report(key.startsWith("alias/") ? "alias" : "bare", span, { value: text });
      }
    }
  },
});

function isKeyArn(text: string): boolean {
  const arn = readArn(text);
  return (
    arn?.service.value === "kms" &&
    arn.region.value !== "" &&
    /^\d{12}$/.test(arn.account.value) &&
    arn.resource.value.startsWith("key/") &&
    arn.resource.value.length > "key/".length
  );
}
