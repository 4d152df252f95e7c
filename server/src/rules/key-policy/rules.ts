import { type Rule } from "../rule.js";
import { noIneffectiveAction } from "./no-ineffective-action.js";
import { noOtherKey } from "./no-other-key.js";
import { noPublicAccess } from "./no-public-access.js";
import { requireEncryptionUsage } from "./require-encryption-usage.js";
import { requireKeyAdministrator } from "./require-key-administrator.js";
import { requireS3ViaService } from "./require-s3-via-service.js";

/** Every rule of this group, in the order in which they are listed. */
export const keyPolicyRules: readonly Rule<"key-policy">[] = [
  requireKeyAdministrator,
  requireEncryptionUsage,
  requireS3ViaService,
  noOtherKey,
  noIneffectiveAction,
  noPublicAccess,
];
