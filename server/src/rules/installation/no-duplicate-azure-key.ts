import { instanceAddress, variableOf } from "../../model/installation/environment.js";
import { defineRule } from "../rule.js";

export const noDuplicateAzureKey = defineRule({
  id: "installation/no-duplicate-azure-key",
  severity: "info",
  summary: "The storage account key should be set in only one place.",
  rationale: "If the key is set in two places, both must be updated when it is rotated.",
  certainty: "inferred",
  sources: ["wandb-helm-bucket", "wandb-byob"],
  messages: {
    twice: 'The address already contains the account key, so "{name}" sets it a second time.',
  },
  *check(environment, report) {
    const variable = variableOf(environment, "AZURE_STORAGE_KEY");
    const address = instanceAddress(environment);
    if (variable === undefined || variable.value.value.trim() === "") return;
    if (address?.kind !== "az" || (address.password?.text ?? "") === "") return;
    yield report("twice", variable.nameSpan, { name: variable.name });
  },
});
