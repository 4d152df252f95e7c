import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { kmsKeyIdKey } from "../../catalog/policy/condition-keys.js";
import {
  conditionsOf,
  firstWildcard,
  holdsVariable,
  isAwsPolicy,
  isKey,
  knownTexts,
} from "../../model/policy/condition.js";
import { readArn } from "../../model/policy/arn.js";
import { defineRule } from "../rule.js";

export const requireKmsKeyArn = defineRule({
  id: "policy/require-kms-key-arn",
  severity: "error",
  summary: "The KMS key of an upload must be compared with the ARN of a key.",
  rationale:
    "S3 puts the key's full ARN into the request, whatever the uploader wrote, so an alias or a bare key id never matches.",
  certainty: "documented",
  sources: [analyzerSource("INVALID_KMS_KEY_VALUE")],
  equivalents: analyzerEquivalents("INVALID_KMS_KEY_VALUE"),
  messages: {
    alias: '"{value}" is an alias, but S3 compares with the ARN of the key that it stands for.',
    bare: '"{value}" is no KMS key ARN such as arn:aws:kms:region:account:key/id, so it never matches.',
  },
  *check(policy, report) {
    if (!isAwsPolicy(policy)) return;
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
