import { type Rule } from "../rule.js";
import { grantWandbActions } from "./grant-wandb-actions.js";
import { keepAdministrator } from "./keep-administrator.js";
import { nameKnownPrincipal } from "./name-known-principal.js";
import { nameOwnDeployment } from "./name-own-deployment.js";

/** Every rule of this group, in the order in which they are listed. */
export const keyPolicyRules: readonly Rule<"key-policy">[] = [
  grantWandbActions,
  nameKnownPrincipal,
  nameOwnDeployment,
  keepAdministrator,
];
