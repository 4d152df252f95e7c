import { type Rule } from "../rule.js";
import { knownWandbPrincipal } from "./known-wandb-principal.js";
import { matchDeployment } from "./match-deployment.js";
import { matchPartition } from "./match-partition.js";
import { noIneffectiveAction } from "./no-ineffective-action.js";
import { noNetworkOrOrgRestriction } from "./no-network-or-org-restriction.js";
import { noOtherKey } from "./no-other-key.js";
import { noPublicAccess } from "./no-public-access.js";
import { noShadowedAllow } from "./no-shadowed-allow.js";
import { noUnmetWandbCondition } from "./no-unmet-wandb-condition.js";
import { noWandbDeny } from "./no-wandb-deny.js";
import { requireKeyAdministrator } from "./require-key-administrator.js";
import { requireS3ViaService } from "./require-s3-via-service.js";
import { requireWandbActions } from "./require-wandb-actions.js";

/** Every rule of this group, in the order in which they are listed. */
export const keyPolicyRules: readonly Rule<"key-policy">[] = [
  requireWandbActions,
  knownWandbPrincipal,
  matchDeployment,
  requireKeyAdministrator,
  noWandbDeny,
  noUnmetWandbCondition,
  noShadowedAllow,
  requireS3ViaService,
  noNetworkOrOrgRestriction,
  noOtherKey,
  noIneffectiveAction,
  noPublicAccess,
  matchPartition,
];
