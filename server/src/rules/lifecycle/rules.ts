import { type Rule } from "../rule.js";
import { noArchiveTransition } from "./no-archive-transition.js";
import { noObjectExpiration } from "./no-object-expiration.js";
import { requireSoftDelete } from "./require-soft-delete.js";

/** Every rule of this group, in the order in which they are listed. */
export const lifecycleRules: readonly Rule<"lifecycle">[] = [
  noObjectExpiration,
  noArchiveTransition,
  requireSoftDelete,
];
