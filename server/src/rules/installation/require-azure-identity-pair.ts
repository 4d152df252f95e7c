import { isGiven } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireAzureIdentityPair = defineRule({
  id: "installation/require-azure-identity-pair",
  severity: "error",
  summary: "A bucket must have both `azureTenantId` and `azureClientId`, or neither.",
  rationale: "The chart template fails if only one of them is set.",
  certainty: "documented",
  sources: ["wandb-azure-identity", "wandb-helm-bucket"],
  messages: { alone: '"{key}" requires "{other}". Without it, the chart cannot be installed.' },
  *check({ buckets = [] }, report) {
    for (const { fields } of buckets) {
      const { azureTenantId, azureClientId } = fields;
      const given = [azureTenantId, azureClientId].filter(isGiven);
      const [only] = given;
      if (given.length !== 1 || only === undefined) continue;
      const other = only === azureTenantId ? "azureClientId" : "azureTenantId";
      yield report("alone", only.keySpan, { key: only.member.key.value, other });
    }
  },
});
