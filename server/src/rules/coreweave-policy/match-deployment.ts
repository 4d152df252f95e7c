import { deploymentNames } from "../../catalog/wandb/principals.js";
import { byobPage, coreweavePrincipalsChange } from "../../catalog/wandb/sources.js";
import { wandbSubjects } from "../../model/wandb/access.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { principalOf } from "../../model/wandb/principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const matchDeployment = defineRule({
  id: "coreweave-policy/match-deployment",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "The principal must be that of the W&B deployment in use.",
  rationale:
    "Multi-tenant Cloud uses buckets as wandb-integration-public, Dedicated Cloud and Self-Managed as " +
    "wandb-integration. The other one's principal keeps one's own deployment out.",
  certainty: "verified",
  sources: [byobPage, coreweavePrincipalsChange],
  acrossStatements: true,
  messages: {
    other: '"{principal}" is W&B\'s for {theirs}, so W&B {own} gets no access.',
  },
  *check(policy, report, { deployment }) {
    const known = principalOf(policy, deployment);
    if (deployment === undefined || known === undefined) return;
    const subjects = wandbSubjects(policy);
    if (subjects.some(({ name }) => name === known.arn)) return;
    for (const { identity, place, name } of subjects) {
      if (identity.kind !== "wandb") continue;
      const theirs = identity.principal.deployments.map((each) => deploymentNames[each]);
      const own = deploymentNames[deployment];
      const { text } = place;
      const fixes = reviewFix(
        message('Replace it with "{arn}", for {own}', { arn: known.arn, own }),
        replaceAllOf(text, known.arn),
      );
      const data = { principal: name, theirs: theirs.join(" and "), own };
      yield report("other", text.span, data, { fixes });
    }
  },
});
