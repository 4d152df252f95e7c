import { wandbSubjects } from "../../model/wandb/access.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

const encryption = "ENCRYPT_DECRYPT";

export const requireEncryptionUsage = defineRule({
  id: "key-policy/require-encryption-usage",
  policyTypes: ["key"],
  severity: "error",
  summary: "The KMS key of a bucket must be an encryption key.",
  rationale:
    "S3 encrypts objects only with symmetric keys that have the usage `ENCRYPT_DECRYPT`. A key for signing or key agreement cannot encrypt, and the usage of a key cannot be changed later.",
  certainty: "documented",
  sources: ["s3-kms-permissions", "wandb-byob"],
  acrossStatements: true,
  messages: {
    usage: 'S3 cannot encrypt with a key that has the usage "{usage}". Use "ENCRYPT_DECRYPT".',
  },
  *check(policy, report) {
    const { usage } = policy;
    if (usage === undefined || usage.holes.length > 0 || usage.value === encryption) return;
    if (!wandbSubjects(policy).some(({ certainty }) => certainty === "named")) return;
    const edit = replaceText(usage.content, 0, usage.value.length, encryption);
    const fixes = reviewFix(message('Use "{usage}"', { usage: encryption }), edit);
    yield report("usage", usage.span, { usage: usage.value }, { fixes });
  },
});
