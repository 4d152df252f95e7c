import { encryptionKeys } from "../../catalog/policy/request-keys.js";
import { byobPage, s3KmsPermissions } from "../../catalog/wandb/sources.js";
import { denialsOf, exclusiveConditions } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noMandatoryEncryptionHeader = defineRule({
  id: "bucket-policy/no-mandatory-encryption-header",
  policyTypes: ["bucket"],
  severity: "info",
  summary: "Uploads must not have to ask for encryption themselves.",
  rationale:
    "W&B's page has the bucket encrypt by default, which needs no header. A denial of uploads without the " +
    "header also hits uploads that rely on the default.",
  certainty: "inferred",
  sources: [byobPage, s3KmsPermissions],
  acrossStatements: true,
  messages: {
    header: 'This denies uploads without the header of "{key}", which default encryption spares.',
  },
  *check(policy, report) {
    for (const obstacle of denialsOf(policy)) {
      const [first] = exclusiveConditions(obstacle, encryptionKeys);
      if (first === undefined || first.operator.ifExists) continue;
      yield report("header", first.keySpan, { key: first.key });
    }
  },
});
