import { aksIssuer } from "../../catalog/azure-identity/federation.js";
import { isForWandb } from "../../model/profile.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

export const validIssuer = defineRule({
  id: "azure-identity/valid-issuer",
  severity: "warning",
  summary: "An AKS issuer in a federated credential must end with a slash.",
  rationale:
    "Microsoft Entra compares this issuer with the issuer in the token, character by character, and AKS issuer URLs end with a slash.",
  certainty: "verified",
  sources: ["azure-workload-identity", "wandb-azure-identity"],
  messages: {
    slash: 'AKS issuer URLs end with a slash ("/"), but this one does not, so no token matches it.',
  },
  *check({ issuer }, report, profile) {
    if (issuer === undefined || issuer.holes.length > 0 || !isForWandb(profile)) return;
    const { value, content, span } = issuer;
    if (!aksIssuer.test(value) || value.endsWith("/")) return;
    const fixes = safeFix(
      message("Add the slash"),
      replaceText(content, value.length, value.length, "/"),
    );
    yield report("slash", span, {}, { fixes });
  },
});
