import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { isProviderKey, keyPrefix } from "../../catalog/policy/condition-keys.js";
import { githubProvider } from "../../catalog/policy/service-principals.js";
import { federatedPrincipals } from "../../model/policy/condition-provider.js";
import { isPartial, type Condition } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const requireOidcCondition = defineRule({
  id: "trust-policy/require-oidc-condition",
  severity: "warning",
  summary:
    "A role for an OpenID Connect provider must have a condition on a claim of the provider's tokens.",
  rationale:
    "The provider issues tokens for many users and applications. Without a condition, all of them can assume the role.",
  certainty: "documented",
  sources: ["access-analyzer:MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"],
  equivalents: analyzerEquivalents("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"),
  messages: {
    other:
      'Tokens of this provider do not contain "{key}", which belongs to another provider, so this condition never matches.',
    untested:
      'Without a condition on a key such as "{key}", anyone with a token from this provider can assume the role.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      if (statement.allows !== true) continue;
      const federated = federatedPrincipals(statement);
      const hosts = federated.flatMap(({ provider }) =>
        provider?.kind === "oidc" ? [provider.host.toLowerCase()] : [],
      );
      for (const { item, provider } of federated) {
        // GitHub's tokens have a rule of their own.
        if (provider?.kind !== "oidc" || provider.host === githubProvider) continue;
        const host = provider.host.toLowerCase();
        const tested = statement.conditions.some(
          ({ key, keyMember }) => isPartial(keyMember.key) || keyPrefix(key).toLowerCase() === host,
        );
        if (tested) continue;
        const other = statement.conditions.find((condition) => isForeignClaim(condition, hosts));
        if (other === undefined) {
          yield report("untested", item.span, { key: `${provider.host}:aud` });
        } else yield report("other", other.keySpan, { key: other.key });
      }
    }
  },
});

/** Whether a condition asks for a claim that only the tokens of another provider have. */
function isForeignClaim({ key, operator }: Condition, hosts: readonly string[]): boolean {
  const asks = !operator.ifExists && operator.name !== "Null" && !operator.name.includes("Not");
  return asks && isProviderKey(key) && !hosts.includes(keyPrefix(key).toLowerCase());
}
