import { type Rule } from "../rule.js";
import { validAudience } from "./valid-audience.js";
import { validIssuer } from "./valid-issuer.js";
import { validSubject } from "./valid-subject.js";

/** Every rule of this group, in the order in which they are listed. */
export const azureIdentityRules: readonly Rule<"azure-identity">[] = [
  validAudience,
  validIssuer,
  validSubject,
];
