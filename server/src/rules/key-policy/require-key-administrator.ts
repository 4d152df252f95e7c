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
  summary: "A principal in the key's account must be able to change the key policy.",
  rationale:
    "KMS rejects a key policy that no one could change afterward. If you bypass this check, only AWS Support can help you regain access to the key.",
  certainty: "verified",
  sources: ["kms-put-key-policy", "kms-default-key-policy"],
  acrossStatements: true,
  messages: {
    nobody: "No principal in the key's account can change this policy, so KMS rejects it.",
    denied: 'This statement denies "{action}" to all principals, so KMS rejects the policy.',
    noAccount:
      "Only individual users or roles can manage this key. If they are deleted, no one can manage it.",
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
        ? message("Allow your account to administer the key")
        : message("Allow account {account} to administer the key", { account });
    const fixes = reviewFix(title, addStatement(policy, administrator));
    // What names nobody of W&B and stands alone may be a part of a policy, or one of an endpoint.
    const isWhole = policy.isContained || wandbSubjects(policy).length > 0;
    if (statements.length === 0) {
      const milder = isWhole ? {} : { severity: "info" as const };
      yield report("nobody", policy.statement.keySpan, {}, { ...milder, fixes });
    } else if (!byAccount) {
      yield report("noAccount", policy.statement.keySpan, {}, { severity: "info", fixes });
    }
  },
});
