import { addressSources } from "../../catalog/address/sources.js";
import { instanceAddress, variableOf } from "../../model/installation/environment.js";
import { defineRule } from "../rule.js";

export const noDuplicateAzureKey = defineRule({
  id: "installation/no-duplicate-azure-key",
  severity: "info",
  summary: "The storage account's key is best given once.",
  rationale: "Two places for one key are two places to change when it is rotated.",
  certainty: "inferred",
  sources: [addressSources.wandbHelmBucket, addressSources.wandbByob],
  messages: {
    twice: 'The address holds the account\'s key already, so "{name}" is a second place for it.',
  },
  *check(environment, report) {
    const variable = variableOf(environment, "AZURE_STORAGE_KEY");
    const address = instanceAddress(environment);
    if (variable === undefined || variable.value.value.trim() === "") return;
    if (address?.kind !== "az" || (address.password?.text ?? "") === "") return;
    yield report("twice", variable.nameSpan, { name: variable.name });
  },
});
