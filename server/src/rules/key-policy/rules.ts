import { type Rule } from "../rule.js";
import { admitAnotherOrganization } from "./admit-another-organization.js";
import { admitUseThroughS3 } from "./admit-use-through-s3.js";
import { applyToThisKey } from "./apply-to-this-key.js";
import { grantUsableActions } from "./grant-usable-actions.js";
import { grantWandbActions } from "./grant-wandb-actions.js";
import { keepAdministrator } from "./keep-administrator.js";
import { letWandbMeetConditions } from "./let-wandb-meet-conditions.js";
import { matchPartition } from "./match-partition.js";
import { nameKnownPrincipal } from "./name-known-principal.js";
import { nameOwnDeployment } from "./name-own-deployment.js";
import { notAllowInVain } from "./not-allow-in-vain.js";
import { notBePublic } from "./not-be-public.js";
import { notDenyWandb } from "./not-deny-wandb.js";

/** Every rule of this group, in the order in which they are listed. */
export const keyPolicyRules: readonly Rule<"key-policy">[] = [
  grantWandbActions,
  nameKnownPrincipal,
  nameOwnDeployment,
  keepAdministrator,
  notDenyWandb,
  letWandbMeetConditions,
  notAllowInVain,
  admitUseThroughS3,
  admitAnotherOrganization,
  applyToThisKey,
  grantUsableActions,
  notBePublic,
  matchPartition,
];
