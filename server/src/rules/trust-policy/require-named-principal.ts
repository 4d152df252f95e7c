import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { principalElement } from "../../catalog/policy/sources.js";
import { trustPolicySource } from "../../catalog/policy/service-principals.js";
import { everyoneIn } from "../../model/access/public-access.js";
import { defineRule } from "../rule.js";

export const requireNamedPrincipal = defineRule({
  id: "trust-policy/require-named-principal",
  severity: "error",
  summary: "A trust policy must name who may assume the role.",
  rationale: "IAM refuses a trust policy with `NotPrincipal` or with everyone as its principal.",
  certainty: "documented",
  sources: [
    trustPolicySource,
    principalElement,
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
    open: "Every account of AWS may assume this role, and no condition limits it.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const { principal, notPrincipal } = statement;
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
      const open = principal?.everyone === true ? undefined : everyoneIn(statement);
      if (open !== undefined) {
        yield report("open", open, {}, { severity: "warning", equivalents: [] });
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
