import { encryptionKeys } from "../../catalog/policy/request-keys.js";
import { denialsOf, exclusiveConditions } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noMandatoryEncryptionHeader = defineRule({
  id: "bucket-policy/no-mandatory-encryption-header",
  policyTypes: ["bucket"],
  severity: "info",
  summary: "A bucket policy must not require uploads to specify encryption.",
  rationale:
    "The W&B documentation uses the default encryption of the bucket, which requires no header. A Deny for uploads without the header also denies uploads that rely on default encryption.",
  certainty: "inferred",
  sources: ["wandb-byob", "s3-kms-permissions"],
  acrossStatements: true,
  messages: {
    header:
      'This statement denies uploads that do not specify "{key}", including uploads that rely on default encryption.',
  },
  *check(policy, report) {
    for (const obstacle of denialsOf(policy)) {
      const [first] = exclusiveConditions(obstacle, encryptionKeys);
      if (first === undefined || first.operator.ifExists) continue;
      yield report("header", first.keySpan, { key: first.key });
    }
  },
});
