import { addressSources } from "../../catalog/address/sources.js";
import { isGiven } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireAzureIdentityPair = defineRule({
  id: "installation/require-azure-identity-pair",
  severity: "error",
  summary: "A bucket must have `azureTenantId` and `azureClientId`, or neither.",
  rationale: "The chart's template fails where one of the two stands alone.",
  certainty: "documented",
  sources: [addressSources.wandbAzureIdentity, addressSources.wandbHelmBucket],
  messages: { alone: 'Without "{other}" beside "{key}" the chart is not installed.' },
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
