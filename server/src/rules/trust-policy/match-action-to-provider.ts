import { analyzerEquivalents, analyzerSource } from "../../catalog/policy/access-analyzer.js";
import { actionByProvider, assumeRoleAction } from "../../catalog/policy/service-principals.js";
import { namedActions } from "../../model/policy/condition.js";
import { federatedPrincipals } from "../../model/policy/condition-provider.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

const kinds = { oidc: "an OpenID Connect", saml: "a SAML" } as const;

export const matchActionToProvider = defineRule({
  id: "trust-policy/match-action-to-provider",
  severity: "error",
  summary: "A trust policy must allow the action that its principals assume roles with.",
  rationale:
    "Who signs in through SAML calls `sts:AssumeRoleWithSAML`, through OpenID Connect `sts:AssumeRoleWithWebIdentity`, everyone else `sts:AssumeRole`.",
  certainty: "documented",
  sources: [analyzerSource("MISMATCHED_ACTION_FOR_PRINCIPAL")],
  equivalents: analyzerEquivalents("MISMATCHED_ACTION_FOR_PRINCIPAL"),
  messages: {
    mismatch: '"{action}" needs {kind} provider as principal, and none is named here.',
    plain: '"{action}" is not how anyone signs in through "{provider}"; that takes "{meant}".',
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
          yield report("mismatch", item.span, { action: text, kind: kinds[kind] });
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
