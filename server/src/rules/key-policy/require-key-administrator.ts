import { kmsDefaultKeyPolicy, kmsPutKeyPolicy } from "../../catalog/wandb/sources.js";
import {
  administrationAction,
  keyAccountOf,
  keyAdministration,
} from "../../model/wandb/key-access.js";
import { wandbSubjects } from "../../model/wandb/access.js";
import { addStatement } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireKeyAdministrator = defineRule({
  id: "key-policy/require-key-administrator",
  severity: "error",
  summary: "Somebody of the key's own account must be able to change the key policy.",
  rationale:
    "KMS refuses a key policy after which nobody could change it. If the check is bypassed, the key can " +
    "only be recovered by AWS Support.",
  certainty: "verified",
  sources: [kmsPutKeyPolicy, kmsDefaultKeyPolicy],
  acrossStatements: true,
  messages: {
    nobody: "Nobody of the key's own account may change this policy, so KMS refuses it.",
    denied: "This denies {action} to everybody, so KMS refuses the policy.",
    noAccount:
      "Only single identities administer the key; if they are deleted, nobody can manage it.",
  },
  *check(policy, report) {
    const { statements, byAccount, deniedBy, unknown } = keyAdministration(policy);
    if (deniedBy !== undefined) {
      const place = deniedBy.action ?? deniedBy.notAction;
      yield report("denied", place?.keySpan ?? deniedBy.head, { action: administrationAction });
    }
    if (unknown || policy.statement === undefined) return;
    const account = keyAccountOf(policy);
    const administrator = {
      Sid: "Administrator",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account ?? "<Your_Account_Id>"}:root` },
      Action: "kms:*",
      Resource: "*",
    };
    const title =
      account === undefined
        ? message("Let your account administer the key")
        : message("Let account {account} administer the key", { account });
    const fixes = reviewFix(title, addStatement(policy, administrator));
    // What names nobody of W&B may be a part of a policy, or one of an endpoint.
    const isForWandb = wandbSubjects(policy).length > 0;
    if (statements.length === 0) {
      const milder = isForWandb ? {} : { severity: "info" as const };
      yield report("nobody", policy.statement.keySpan, {}, { ...milder, fixes });
    } else if (!byAccount) {
      yield report("noAccount", policy.statement.keySpan, {}, { severity: "info", fixes });
    }
  },
});
