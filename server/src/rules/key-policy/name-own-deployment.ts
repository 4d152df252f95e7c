import { deploymentNames } from "../../catalog/wandb-principals.js";
import { byobPage } from "../../catalog/wandb-sources.js";
import { replaceAllOf } from "../../model/policy-edit.js";
import { wandbSubjects } from "../../model/wandb-access.js";
import { principalOf } from "../../model/wandb-principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const nameOwnDeployment = defineRule({
  id: "key-policy/name-own-deployment",
  severity: "error",
  summary: "The principal must be that of the W&B deployment in use.",
  rationale:
    "Each deployment of W&B uses the key by its own principal. Another deployment's principal lets the " +
    "wrong one in and keeps one's own out.",
  certainty: "verified",
  sources: [byobPage],
  messages: {
    other: '"{principal}" is W&B\'s for {theirs}, so W&B {own} gets no access.',
    stranger: '"{principal}" is not the principal of W&B {own}, which is {known}.',
    absent: "Nothing here allows W&B {own} anything, so it cannot use this key.",
  },
  *check(policy, report, { deployment }) {
    if (deployment === undefined) return;
    const own = deploymentNames[deployment];
    const known = principalOf(policy, deployment);
    const subjects = wandbSubjects(policy);
    if (subjects.length === 0 && known !== undefined && policy.root !== undefined) {
      yield report("absent", policy.head, { own }, { severity: "info" });
      return;
    }
    const suits = subjects.some(
      ({ identity }) =>
        identity.kind === "wandb" && identity.principal.deployments.includes(deployment),
    );
    // A bucket may serve two deployments at once.
    if (suits) return;
    for (const { identity, place, name } of subjects) {
      const { text } = place;
      const fixes =
        known === undefined
          ? []
          : reviewFix(
              message('Replace it with "{arn}", for {own}', { arn: known.arn, own }),
              replaceAllOf(text, known.arn),
            );
      if (identity.kind === "wandb") {
        const theirs = deploymentNames[identity.principal.deployments[0] ?? deployment];
        yield report("other", text.span, { principal: name, theirs, own }, { fixes });
      } else if (identity.kind === "other" && known !== undefined) {
        const data = { principal: name, own, known: known.arn };
        yield report("stranger", text.span, data, { severity: "warning", fixes });
      }
    }
  },
});
