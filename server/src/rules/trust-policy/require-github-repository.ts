import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { githubProvider } from "../../catalog/policy/service-principals.js";
import { conditionsOf, isKey, knownTexts, testsKey } from "../../model/policy/condition.js";
import { federatedPrincipals } from "../../model/policy/condition-provider.js";
import { defineRule } from "../rule.js";

const subject = `${githubProvider}:sub`;

export const requireGithubRepository = defineRule({
  id: "trust-policy/require-github-repository",
  severity: "warning",
  summary:
    "A role for GitHub Actions must restrict the repositories whose workflows can assume it.",
  rationale:
    "All GitHub workflows sign in through the same provider. Without a condition on the subject, workflows in anyone's repository can assume the role.",
  certainty: "documented",
  sources: [
    "github-oidc-trust",
    "access-analyzer:MISSING_GITHUB_REPO_CONDITION_KEY",
    "access-analyzer:SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
  ],
  equivalents: analyzerEquivalents(
    "MISSING_GITHUB_REPO_CONDITION_KEY",
    "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
    "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
  ),
  messages: {
    missing:
      'Without a condition on "{key}", workflows in any GitHub repository can assume this role.',
    broad: '"{value}" lets workflows in the repositories of other organizations assume this role.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      if (statement.allows !== true || testsKey(statement, subject)) continue;
      for (const { item, provider } of federatedPrincipals(statement)) {
        if (provider?.host !== githubProvider) continue;
        const tested = statement.conditions.some(({ key }) => key.startsWith(`${githubProvider}:`));
        yield report(
          "missing",
          item.span,
          { key: subject },
          {
            equivalents: analyzerEquivalents(
              "MISSING_GITHUB_REPO_CONDITION_KEY",
              ...(tested ? [] : ["MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"]),
            ),
          },
        );
      }
    }
    for (const { statement, condition, operator } of conditionsOf(policy)) {
      if (statement.allows !== true || !isKey(condition.key, subject)) continue;
      if (operator?.wildcards !== true || operator.negated) continue;
      for (const { span, text } of knownTexts(condition)) {
        if (!isBroad(text)) continue;
        yield report(
          "broad",
          span,
          { value: text },
          {
            equivalents: analyzerEquivalents("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED"),
          },
        );
      }
    }
  },
});

/** Whether the subject's organization, in `repo:organization/repository:…`, is nothing but wildcards. */
function isBroad(text: string): boolean {
  const rest = text.startsWith("repo:") ? text.slice("repo:".length) : text;
  const [organization = ""] = rest.split("/", 1);
  return /^[*?]+(?::|$)/.test(organization);
}
