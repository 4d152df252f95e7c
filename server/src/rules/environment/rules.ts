import { type Rule } from "../rule.js";

/** Every rule of this group, in the order in which they are listed. */
export const environmentRules: readonly Rule<"environment">[] = [];
