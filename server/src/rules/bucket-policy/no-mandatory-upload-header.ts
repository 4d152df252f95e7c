import { encryptionKeys, uploadHeaderKeys } from "../../catalog/policy/request-keys.js";
import { denialsOf, exclusiveConditions } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noMandatoryUploadHeader = defineRule({
  id: "bucket-policy/no-mandatory-upload-header",
  policyTypes: ["bucket"],
  severity: "info",
  summary: "A bucket policy must not require upload headers that W&B may not send.",
  rationale:
    "The W&B documentation relies on the default encryption of the bucket, which does not require a header, and does not mention storage classes or conditional writes. A Deny for uploads without such a header also denies W&B uploads that do not send it.",
  certainty: "inferred",
  sources: ["wandb-byob", "s3-kms-permissions", "service-authorization"],
  acrossStatements: true,
  messages: {
    encryption:
      'This statement denies uploads that do not specify "{key}", including uploads that rely on default encryption.',
    header:
      'This statement denies uploads that do not specify "{key}" with the required value. The W&B documentation does not say whether W&B uploads do.',
  },
  *check(policy, report) {
    for (const obstacle of denialsOf(policy)) {
      const [first] = exclusiveConditions(obstacle, [...encryptionKeys, ...uploadHeaderKeys]);
      if (first === undefined || first.operator.ifExists) continue;
      const isEncryption = encryptionKeys.includes(first.key.toLowerCase());
      yield report(isEncryption ? "encryption" : "header", first.keySpan, { key: first.key });
    }
  },
});
