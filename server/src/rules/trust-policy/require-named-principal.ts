import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { everyoneIn } from "../../model/access/public-access.js";
import { defineRule } from "../rule.js";

export const requireNamedPrincipal = defineRule({
  id: "trust-policy/require-named-principal",
  severity: "error",
  summary: "A trust policy must list the principals that can assume the role.",
  rationale: 'IAM rejects a trust policy with `NotPrincipal` or with `"*"` as its principal.',
  certainty: "documented",
  sources: [
    "iam-trust-policy",
    "iam-element-principal",
    "access-analyzer:ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
    "access-analyzer:ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
  ],
  equivalents: analyzerEquivalents(
    "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
    "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
  ),
  messages: {
    notPrincipal:
      '"NotPrincipal" is not allowed in a role trust policy, so IAM rejects the policy. List the allowed principals instead.',
    everyone:
      '"*" is not allowed as the principal of a role trust policy, so IAM rejects the policy. List the allowed principals instead.',
    open: "Every AWS account can assume this role, because no condition restricts it.",
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
