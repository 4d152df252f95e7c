import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { federatedPrincipals } from "../../model/policy/condition-provider.js";
import { isPattern } from "../../model/policy/pattern.js";
import { defineRule } from "../rule.js";

export const validIdentityProvider = defineRule({
  id: "trust-policy/valid-identity-provider",
  severity: "error",
  summary: "A Federated principal must be the domain or the ARN of an identity provider.",
  rationale: "IAM rejects a trust policy with any other value as an identity provider.",
  certainty: "documented",
  sources: ["access-analyzer:INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY"],
  equivalents: analyzerEquivalents("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY"),
  messages: {
    url: '"{value}" is a URL, so IAM rejects the policy. Use the domain or the ARN of the provider.',
    unknown:
      '"{value}" is not the domain of a provider or the ARN of an OIDC or SAML provider, so IAM rejects the policy.',
  },
  *check(policy, report) {
    for (const { item, text, provider } of policy.statements.flatMap(federatedPrincipals)) {
      // A wildcard in a principal is refused whatever it stands in, which another rule says.
      if (provider !== undefined || isPattern(text)) continue;
      const isUrl = /^https?:\/\//.test(text);
      yield report(isUrl ? "url" : "unknown", item.span, { value: text });
    }
  },
});
