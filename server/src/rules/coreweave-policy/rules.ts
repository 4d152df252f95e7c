import { type Rule } from "../rule.js";
import { compareOrgIdAsDocumented } from "./compare-org-id-as-documented.js";
import { grantWandbActions } from "./grant-wandb-actions.js";
import { nameBucketAndObjects } from "./name-bucket-and-objects.js";
import { nameKnownPrincipal } from "./name-known-principal.js";
import { nameOneOrg } from "./name-one-org.js";
import { nameOwnDeployment } from "./name-own-deployment.js";
import { nameOwnOrganization } from "./name-own-organization.js";
import { notBePublic } from "./not-be-public.js";
import { notDenyWandb } from "./not-deny-wandb.js";
import { requireOrgId } from "./require-org-id.js";
import { useCwKey } from "./use-cw-key.js";
import { leaveToOrganization } from "./leave-to-organization.js";
import { writePrincipalOnce } from "./write-principal-once.js";

/** Every rule of this group, in the order in which they are listed. */
export const coreweavePolicyRules: readonly Rule<"coreweave-policy">[] = [
  grantWandbActions,
  nameBucketAndObjects,
  writePrincipalOnce,
  nameKnownPrincipal,
  nameOwnDeployment,
  useCwKey,
  requireOrgId,
  nameOneOrg,
  compareOrgIdAsDocumented,
  nameOwnOrganization,
  notDenyWandb,
  notBePublic,
  leaveToOrganization,
];
