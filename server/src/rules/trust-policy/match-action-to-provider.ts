import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { actionByProvider, assumeRoleAction } from "../../catalog/policy/service-principals.js";
import { namedActions } from "../../model/policy/condition.js";
import { federatedPrincipals } from "../../model/policy/condition-provider.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const matchActionToProvider = defineRule({
  id: "trust-policy/match-action-to-provider",
  severity: "error",
  summary: "A trust policy must allow the action that its principals use to assume the role.",
  rationale:
    "Users who sign in through SAML call `sts:AssumeRoleWithSAML`. Users who sign in through OpenID Connect call `sts:AssumeRoleWithWebIdentity`. All other principals call `sts:AssumeRole`.",
  certainty: "documented",
  sources: ["access-analyzer:MISMATCHED_ACTION_FOR_PRINCIPAL"],
  equivalents: analyzerEquivalents("MISMATCHED_ACTION_FOR_PRINCIPAL"),
  messages: {
    oidc: '"{action}" requires an OpenID Connect provider as a principal, but this statement has none.',
    saml: '"{action}" requires a SAML provider as a principal, but this statement has none.',
    plain:
      'Users who sign in through "{provider}" cannot use "{action}" to assume the role. Use "{meant}" instead.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const { principal } = statement;
      if (statement.allows !== true || principal === undefined || principal.unknown) continue;
      const federated = federatedPrincipals(statement);
      const known = new Set(federated.flatMap(({ provider }) => provider?.kind ?? []));
      const onlyFederated = principal.entries.every(({ key }) => key === "Federated");
      for (const { item, text } of namedActions(statement)) {
        const kind = providerKindOf(text);
        if (kind !== undefined) {
          if (known.has(kind) || federated.some(({ provider }) => provider === undefined)) continue;
          yield report(kind, item.span, { action: text });
          continue;
        }
        const [first] = federated;
        if (text.toLowerCase() !== assumeRoleAction.toLowerCase() || !onlyFederated) continue;
        if (first?.provider === undefined || known.size !== 1) continue;
        const meant = actionByProvider[first.provider.kind];
        yield report(
          "plain",
          item.span,
          { action: text, provider: first.text, meant },
          {
            equivalents: analyzerEquivalents("MISMATCHED_ACTION_FOR_PRINCIPAL"),
            fixes: reviewFix(
              message('Replace "{action}" with "{meant}"', { action: text, meant }),
              policy.tree.writer.replaceValue(item.node, meant),
            ),
          },
        );
      }
    }
  },
});

/** The kind of provider that an action is for. */
function providerKindOf(action: string): keyof typeof actionByProvider | undefined {
  const lower = action.toLowerCase();
  if (lower === actionByProvider.oidc.toLowerCase()) return "oidc";
  return lower === actionByProvider.saml.toLowerCase() ? "saml" : undefined;
}
