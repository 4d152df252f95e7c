import { coreweavePrincipals } from "../../catalog/wandb/principals.js";
import { principalTexts } from "../../model/access/principal.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { identifyPrincipal, type PrincipalIdentity } from "../../model/wandb/principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownWandbPrincipal = defineRule({
  id: "coreweave-policy/known-wandb-principal",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "A W&B principal must be one of the two that W&B uses on CoreWeave.",
  rationale: "A principal with any other name does not match anyone, so W&B is denied access.",
  certainty: "verified",
  sources: ["wandb-byob", "wandb-coreweave-principals"],
  messages: {
    aws: '"{principal}" is a W&B principal on AWS, which CoreWeave does not recognize, so W&B is denied access.',
    unknown: '"{name}" is not a W&B principal on CoreWeave, so W&B is denied access.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      for (const { text } of principalTexts(statement.principal)) {
        const identity = identifyPrincipal(text);
        if (isInAws(identity)) {
          const fixes = coreweavePrincipals.flatMap(({ arn }) =>
            reviewFix(message('Replace with "{arn}"', { arn }), replaceAllOf(text, arn)),
          );
          yield report("aws", text.span, { principal: text.value ?? "" }, { fixes });
          continue;
        }
        if (identity.kind !== "slip" || identity.slip !== "name") continue;
        const name = text.value?.slice(text.value.lastIndexOf("/") + 1) ?? "";
        const nearestFirst = [
          identity.principal,
          ...coreweavePrincipals.filter((principal) => principal !== identity.principal),
        ];
        const fixes = nearestFirst.flatMap(({ arn }) =>
          reviewFix(message('Replace with "{arn}"', { arn }), replaceAllOf(text, arn)),
        );
        yield report("unknown", text.span, { name }, { fixes });
      }
    }
  },
});

/** Whether a principal is W&B's, but not one that it has in CoreWeave's storage. */
function isInAws(identity: PrincipalIdentity): boolean {
  return (
    identity.kind === "wandb" && coreweavePrincipals.every((each) => each !== identity.principal)
  );
}
