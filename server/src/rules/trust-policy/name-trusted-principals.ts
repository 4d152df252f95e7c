import { analyzerEquivalents, analyzerSource } from "../../catalog/access-analyzer.js";
import { trustPolicySource } from "../../catalog/service-principals.js";
import { defineRule } from "../rule.js";

export const nameTrustedPrincipals = defineRule({
  id: "trust-policy/name-trusted-principals",
  severity: "error",
  summary: "A trust policy must name who may assume the role.",
  rationale: "IAM refuses a trust policy with `NotPrincipal` or with everyone as its principal.",
  certainty: "documented",
  sources: [
    trustPolicySource,
    analyzerSource("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"),
    analyzerSource("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL"),
  ],
  equivalents: analyzerEquivalents(
    "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
    "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
  ),
  messages: {
    notPrincipal: "A trust policy takes no NotPrincipal, so IAM refuses it; name who may assume.",
    everyone:
      'A trust policy takes no "*" as its principal, so IAM refuses it; name who may assume.',
  },
  *check(policy, report) {
    for (const { principal, notPrincipal } of policy.statements) {
      if (principal?.everyone === true && principal.value !== undefined) {
        yield report(
          "everyone",
          principal.value.span,
          {},
          {
            equivalents: analyzerEquivalents("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL"),
          },
        );
      }
      if (notPrincipal !== undefined) {
        yield report(
          "notPrincipal",
          notPrincipal.keySpan,
          {},
          {
            equivalents: analyzerEquivalents("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"),
          },
        );
      }
    }
  },
});
