import { type Rule } from "../rule.js";
import { nameTrustedPrincipals } from "./name-trusted-principals.js";
import { omitResource } from "./omit-resource.js";
import { nameIdentityProvider } from "./name-identity-provider.js";
import { matchActionToProvider } from "./match-action-to-provider.js";
import { grantRolesAnywhereActions } from "./grant-roles-anywhere-actions.js";
import { nameGithubRepository } from "./name-github-repository.js";
import { testProviderClaims } from "./test-provider-claims.js";
import { compareAudiencePlainly } from "./compare-audience-plainly.js";
import { notRepeatRoleSession } from "./not-repeat-role-session.js";
import { restrictServicePrincipal } from "./restrict-service-principal.js";

/** Every rule of this group, in the order in which they are listed. */
export const trustPolicyRules: readonly Rule<"trust-policy">[] = [
  nameTrustedPrincipals,
  omitResource,
  nameIdentityProvider,
  matchActionToProvider,
  grantRolesAnywhereActions,
  nameGithubRepository,
  testProviderClaims,
  compareAudiencePlainly,
  notRepeatRoleSession,
  restrictServicePrincipal,
];
