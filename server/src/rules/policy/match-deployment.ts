import { deploymentNames } from "../../catalog/wandb/principals.js";
import { byobPage, coreweavePrincipalsChange } from "../../catalog/wandb/sources.js";
import { deploymentMismatches } from "../../model/wandb/mismatch.js";
import { defineRule, reviewFix } from "../rule.js";

export const matchDeployment = defineRule({
  id: "policy/match-deployment",
  policyTypes: ["bucket", "coreweave-bucket", "key"],
  severity: "error",
  summary: "The principal must be that of the W&B deployment in use.",
  rationale:
    "Each deployment of W&B uses the bucket or the key by its own principal. Another deployment's principal lets the " +
    "wrong one in and keeps one's own out.",
  certainty: "verified",
  sources: [byobPage, coreweavePrincipalsChange],
  acrossStatements: true,
  messages: {
    other: '"{principal}" is W&B\'s for {theirs}, so W&B {own} gets no access.',
    stranger: '"{principal}" is not the principal of W&B {own}, which is {known}.',
    absent: "Nothing here allows W&B {own} anything, so it cannot use this {thing}.",
  },
  *check(policy, report, { deployment }) {
    if (deployment === undefined) return;
    const thing = policy.type === "key" ? "key" : "bucket";
    const own = deploymentNames[deployment];
    for (const mismatch of deploymentMismatches(policy, deployment)) {
      if (mismatch.kind === "absent") {
        yield report("absent", policy.head, { own, thing }, { severity: "info" });
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
