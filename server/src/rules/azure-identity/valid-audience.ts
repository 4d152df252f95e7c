import { exchangeAudience } from "../../catalog/azure-identity/federation.js";
import { isForWandb } from "../../model/profile.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const validAudience = defineRule({
  id: "azure-identity/valid-audience",
  severity: "warning",
  summary: "A federated credential for W&B must accept the audience `api://AzureADTokenExchange`.",
  rationale:
    "Kubernetes service accounts sign in to Microsoft Entra with tokens for this audience, and Entra rejects tokens for any other audience.",
  certainty: "documented",
  sources: ["azure-workload-identity", "wandb-azure-identity"],
  messages: {
    other:
      'W&B signs in with the audience "{known}", but this credential accepts only "{audience}".',
  },
  *check({ audiences }, report, profile) {
    if (!isForWandb(profile)) return;
    const known = exchangeAudience.value;
    if (audiences.some(({ value, holes }) => holes.length > 0 || value === known)) return;
    const [first] = audiences;
    if (first === undefined) return;
    const edit = replaceText(first.content, 0, first.value.length, known);
    const fixes = reviewFix(message('Use "{audience}"', { audience: known }), edit);
    yield report("other", first.span, { known, audience: first.value }, { fixes });
  },
});
