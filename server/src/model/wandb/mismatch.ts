import {
  deploymentNames,
  type Deployment,
  type WandbPrincipal,
} from "../../catalog/wandb/principals.js";
import { formatList } from "../../text/list.js";
import { message, type Message } from "../../text/message.js";
import { type Edit } from "../../text/span.js";
import { principalTexts } from "../access/principal.js";
import { type Policy, type Text } from "../policy/policy.js";
import { replaceAllOf } from "../policy/edits.js";
import { wandbSubjects } from "./access.js";
import { identifyPrincipal, principalOf, type Slip } from "./principal.js";

/** A principal that is almost one of W&B's in AWS. */
export interface MisspelledPrincipal {
  readonly text: Text;
  readonly slip: Slip;
  readonly account: string;
  /** What follows the last colon, such as `role/WandBIntegration`. */
  readonly resource: string;
  readonly principal: WandbPrincipal;
  readonly fix: Replacement;
}

/** A change that puts one principal in the place of another, and what it is called. */
export interface Replacement {
  readonly title: Message;
  readonly edit: Edit | undefined;
}

export function misspelledPrincipals(policy: Policy): readonly MisspelledPrincipal[] {
  return policy.statements
    .flatMap(({ principal }) => principalTexts(principal))
    .flatMap(({ text }): readonly MisspelledPrincipal[] => {
      const identity = identifyPrincipal(text);
      if (identity.kind !== "slip" || text.value === undefined) return [];
      const { principal, slip } = identity;
      const account = /\d{12}/.exec(text.value)?.[0] ?? text.value;
      const resource = text.value.slice(text.value.lastIndexOf(":") + 1);
      const title = message('Replace with "{arn}"', { arn: principal.arn });
      const fix = { title, edit: replaceAllOf(text, principal.arn) };
      return [{ text, slip, account, resource, principal, fix }];
    });
}

/** Where a policy lets in another principal than that of the W&B deployment in use. */
export type DeploymentMismatch =
  | { readonly kind: "absent" }
  | {
      /** `other`: W&B's, for another deployment; `stranger`: nobody's that W&B's page names. */
      readonly kind: "other" | "stranger";
      readonly text: Text;
      readonly name: string;
      /** The deployments whose principal it is, where it is one of W&B's. */
      readonly theirs: string;
      /** The principal that belongs there, where a page names it. */
      readonly known: string;
      readonly fix: Replacement | undefined;
    };

export function deploymentMismatches(
  policy: Policy,
  deployment: Deployment,
): readonly DeploymentMismatch[] {
  const own = deploymentNames[deployment];
  const known = principalOf(policy, deployment);
  const subjects = wandbSubjects(policy);
  // In CoreWeave W&B goes by two names, and whoever has another is told nothing.
  const isCoreweave = policy.type === "coreweave-bucket";
  if (subjects.length === 0) {
    const isSilent = known === undefined || policy.root === undefined || isCoreweave;
    return isSilent ? [] : [{ kind: "absent" }];
  }
  // One bucket or key may serve two deployments at once.
  const suits = subjects.some(
    ({ identity }) =>
      identity.kind === "wandb" &&
      (isCoreweave
        ? identity.principal === known
        : identity.principal.deployments.includes(deployment)),
  );
  if (suits) return [];
  return subjects.flatMap(({ identity, place: { text }, name }): readonly DeploymentMismatch[] => {
    const isOther = identity.kind === "wandb";
    if (!isOther && (identity.kind !== "other" || known === undefined || isCoreweave)) return [];
    const named = isOther ? identity.principal.deployments : [deployment];
    const theirs = formatList(named.map((each) => deploymentNames[each]));
    const fix =
      known === undefined
        ? undefined
        : {
            title: message('Replace with "{arn}" for {own}', { arn: known.arn, own }),
            edit: replaceAllOf(text, known.arn),
          };
    const kind = isOther ? "other" : "stranger";
    return [{ kind, text, name, theirs, known: known?.arn ?? "", fix }];
  });
}
