import { encryptionKeys, uploadHeaderKeys } from "../../catalog/policy/request-keys.js";
import { denialsOf, exclusiveConditions } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noMandatoryUploadHeader = defineRule({
  id: "bucket-policy/no-mandatory-upload-header",
  policyTypes: ["bucket"],
  severity: "info",
  summary: "A bucket policy must not require headers of uploads that W&B may not send.",
  rationale:
    "The W&B documentation uses the default encryption of the bucket, which requires no header, and says nothing of storage classes or conditional writes. A Deny for uploads without such a header also denies those of W&B that do not send it.",
  certainty: "inferred",
  sources: ["wandb-byob", "s3-kms-permissions", "service-authorization"],
  acrossStatements: true,
  messages: {
    encryption:
      'This statement denies uploads that do not specify "{key}", including uploads that rely on default encryption.',
    header:
      'This statement denies uploads that do not specify "{key}" as it requires, and W&B does not document that its uploads do.',
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
