import { type Rule } from "../rule.js";
import { matchActionToProvider } from "./match-action-to-provider.js";
import { noAudienceSetOperator } from "./no-audience-set-operator.js";
import { noRedundantRoleSession } from "./no-redundant-role-session.js";
import { noResource } from "./no-resource.js";
import { noUnrestrictedServicePrincipal } from "./no-unrestricted-service-principal.js";
import { requireGithubRepository } from "./require-github-repository.js";
import { requireNamedPrincipal } from "./require-named-principal.js";
import { requireOidcCondition } from "./require-oidc-condition.js";
import { requireRolesAnywhereActions } from "./require-roles-anywhere-actions.js";
import { validIdentityProvider } from "./valid-identity-provider.js";

/** Every rule of this group, in the order in which they are listed. */
export const trustPolicyRules: readonly Rule<"trust-policy">[] = [
  requireNamedPrincipal,
  noResource,
  validIdentityProvider,
  matchActionToProvider,
  requireRolesAnywhereActions,
  requireGithubRepository,
  requireOidcCondition,
  noAudienceSetOperator,
  noRedundantRoleSession,
  noUnrestrictedServicePrincipal,
];
