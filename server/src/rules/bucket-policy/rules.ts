import { type Rule } from "../rule.js";
import { acceptDefaultEncryption } from "./accept-default-encryption.js";
import { admitEveryClient } from "./admit-every-client.js";
import { admitPresignedUrls } from "./admit-presigned-urls.js";
import { grantWandbActions } from "./grant-wandb-actions.js";
import { letWandbMeetConditions } from "./let-wandb-meet-conditions.js";
import { matchPartition } from "./match-partition.js";
import { nameBucketAndObjects } from "./name-bucket-and-objects.js";
import { nameKnownPrincipal } from "./name-known-principal.js";
import { nameOneBucket } from "./name-one-bucket.js";
import { nameOwnDeployment } from "./name-own-deployment.js";
import { notAllowInVain } from "./not-allow-in-vain.js";
import { notBePublic } from "./not-be-public.js";
import { notDenyWandb } from "./not-deny-wandb.js";
import { notGrantAcl } from "./not-grant-acl.js";
import { notGrantEverything } from "./not-grant-everything.js";
import { notHandOverControl } from "./not-hand-over-control.js";
import { notLockOut } from "./not-lock-out.js";

/** Every rule of this group, in the order in which they are listed. */
export const bucketPolicyRules: readonly Rule<"bucket-policy">[] = [
  grantWandbActions,
  nameBucketAndObjects,
  nameOneBucket,
  nameKnownPrincipal,
  nameOwnDeployment,
  letWandbMeetConditions,
  notDenyWandb,
  notAllowInVain,
  admitEveryClient,
  admitPresignedUrls,
  acceptDefaultEncryption,
  notBePublic,
  notLockOut,
  notHandOverControl,
  notGrantAcl,
  notGrantEverything,
  matchPartition,
];
