import { type Rule } from "../rule.js";
import { grantWandbActions } from "./grant-wandb-actions.js";
import { nameBucketAndObjects } from "./name-bucket-and-objects.js";
import { nameKnownPrincipal } from "./name-known-principal.js";
import { nameOwnDeployment } from "./name-own-deployment.js";

/** Every rule of this group, in the order in which they are listed. */
export const bucketPolicyRules: readonly Rule<"bucket-policy">[] = [
  grantWandbActions,
  nameBucketAndObjects,
  nameKnownPrincipal,
  nameOwnDeployment,
];
