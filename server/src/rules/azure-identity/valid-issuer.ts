import { aksIssuer } from "../../catalog/azure-identity/federation.js";
import { isForWandb } from "../../model/profile.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

export const validIssuer = defineRule({
  id: "azure-identity/valid-issuer",
  severity: "warning",
  summary: "The issuer of AKS in a federated credential must end in a slash.",
  rationale:
    "Microsoft Entra compares the issuer with the token's, character by character, and the issuers of AKS end in a slash.",
  certainty: "verified",
  sources: ["azure-workload-identity", "wandb-azure-identity"],
  messages: { slash: 'The issuer of AKS ends in a slash ("/"), which is missing here.' },
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
