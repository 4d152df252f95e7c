import { memberOf, type Value } from "../../syntax/value.js";
import { isGiven } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireAzureIdentityPair = defineRule({
  id: "installation/require-azure-identity-pair",
  severity: "error",
  summary: "An Azure identity must have both its tenant ID and its client ID.",
  rationale:
    "The chart template fails if only one of `azureTenantId` and `azureClientId` is set, or only one of `tenantId` and `clientId` in `global.azureStorageIdentity`, and also if a bucket uses `workloadIdentity` without that identity.",
  certainty: "documented",
  sources: ["wandb-azure-identity", "wandb-helm-bucket"],
  messages: {
    identity:
      '"azureAuthMethod: workloadIdentity" requires "tenantId" and "clientId" in "global.azureStorageIdentity". Without them, the chart cannot be installed.',
    alone: '"{key}" requires "{other}". Without it, the chart cannot be installed.',
  },
  *check({ buckets = [] }, report) {
    const [shared] = buckets;
    const identity = shared?.identity?.value;
    if (identity?.kind === "object") {
      const [tenant, client] = [memberOf(identity, "tenantId"), memberOf(identity, "clientId")];
      const only = tenant ?? client;
      if (only !== undefined && (tenant === undefined || client === undefined)) {
        const other = only === tenant ? "clientId" : "tenantId";
        yield report("alone", only.key.span, { key: only.key.value, other });
      }
    }
    for (const { fields, identity: held } of buckets) {
      const method = fields.azureAuthMethod;
      const isIdentity = method?.text.trim() === "workloadIdentity" && !method.partial;
      const own = isGiven(fields.azureTenantId) && isGiven(fields.azureClientId);
      if (isIdentity && !own && (held === undefined || isEmptyObject(held.value))) {
        yield report("identity", method.span, {});
      }
    }
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

function isEmptyObject(value: Value | undefined): boolean {
  return (
    value === undefined ||
    value.kind === "null" ||
    (value.kind === "object" &&
      memberOf(value, "tenantId") === undefined &&
      memberOf(value, "clientId") === undefined)
  );
}
