import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { federatedPrincipals } from "../../model/policy/condition-provider.js";
import { isPattern } from "../../model/policy/pattern.js";
import { defineRule } from "../rule.js";

export const validIdentityProvider = defineRule({
  id: "trust-policy/valid-identity-provider",
  severity: "error",
  summary: "A Federated principal must be a provider's domain or its ARN.",
  rationale: "IAM refuses a trust policy with any other text as an identity provider.",
  certainty: "documented",
  sources: [analyzerSource("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY")],
  equivalents: analyzerEquivalents("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY"),
  messages: {
    url: '"{value}" is a URL; name the provider by its domain or by its ARN.',
    unknown: '"{value}" is neither a provider\'s domain nor the ARN of an OIDC or SAML provider.',
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
