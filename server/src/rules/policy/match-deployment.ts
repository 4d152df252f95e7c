import { deploymentNames } from "../../catalog/wandb/principals.js";
import { deploymentMismatches } from "../../model/wandb/mismatch.js";
import { defineRule, reviewFix } from "../rule.js";

export const matchDeployment = defineRule({
  id: "policy/match-deployment",
  policyTypes: ["bucket", "coreweave-bucket", "key"],
  severity: "error",
  summary: "The principal must match your W&B deployment type.",
  rationale:
    "Each deployment type uses its own principal. With the principal of another deployment type, the policy grants access " +
    "to the wrong deployment, and yours is denied access.",
  certainty: "verified",
  sources: ["wandb-byob", "wandb-coreweave-principals"],
  acrossStatements: true,
  messages: {
    other: '"{principal}" is the W&B principal for {theirs}, so W&B {own} is denied access.',
    stranger: '"{principal}" is not the principal of W&B {own}. Use "{known}".',
    absentFromBucket:
      "This policy does not grant any access to W&B {own}, so W&B cannot use this bucket.",
    absentFromKey:
      "This policy does not grant any access to W&B {own}, so W&B cannot use this key.",
  },
  *check(policy, report, { deployment }) {
    if (deployment === undefined) return;
    const absent = policy.type === "key" ? "absentFromKey" : "absentFromBucket";
    const own = deploymentNames[deployment];
    for (const mismatch of deploymentMismatches(policy, deployment)) {
      if (mismatch.kind === "absent") {
        yield report(absent, policy.head, { own }, { severity: "info" });
        continue;
      }
      const { kind, text, name: principal, theirs, known, fix } = mismatch;
      const fixes = fix === undefined ? [] : reviewFix(fix.title, fix.edit);
      if (kind === "other") yield report("other", text.span, { principal, theirs, own }, { fixes });
      else {
        const data = { principal, own, known };
        yield report("stranger", text.span, data, { severity: "warning", fixes });
      }
    }
  },
});
