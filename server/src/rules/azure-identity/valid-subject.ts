import { hasPlaceholder } from "../../syntax/placeholders.js";
import { isForWandb } from "../../model/profile.js";
import { defineRule } from "../rule.js";

export const validSubject = defineRule({
  id: "azure-identity/valid-subject",
  severity: "warning",
  summary:
    "The subject of a federated credential must specify a service account and its namespace.",
  rationale:
    "The subject of a Kubernetes token is `system:serviceaccount:NAMESPACE:NAME`, and Microsoft Entra compares it character by character.",
  certainty: "documented",
  sources: ["azure-workload-identity"],
  messages: {
    form: '"{subject}" does not have the form "system:serviceaccount:NAMESPACE:NAME", so no token matches it.',
  },
  *check({ subject }, report, profile) {
    if (subject === undefined || subject.holes.length > 0 || !isForWandb(profile)) return;
    const { value, span } = subject;
    // Other issuers, such as GitHub, have subjects of their own.
    const isOfKubernetes = /service_?-?account/i.test(value);
    const isRight = /^system:serviceaccount:[a-z0-9.-]+:[a-z0-9.-]+$/.test(value);
    if (isOfKubernetes && !isRight && !hasPlaceholder(value)) {
      yield report("form", span, { subject: value });
    }
  },
});
