import { type Rule } from "../rule.js";
import { knownWandbAccount } from "./known-wandb-account.js";
import { noPublicMember } from "./no-public-member.js";
import { requireStorageAdmin } from "./require-storage-admin.js";

/** Every rule of this group, in the order in which they are listed. */
export const googleIamRules: readonly Rule<"google-iam">[] = [
  requireStorageAdmin,
  knownWandbAccount,
  noPublicMember,
];
