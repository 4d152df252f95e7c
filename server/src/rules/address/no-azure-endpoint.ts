import { addressSources } from "../../catalog/address/sources.js";
import { readEndpoint } from "../../catalog/address/endpoints.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noAzureEndpoint = defineRule({
  id: "address/no-azure-endpoint",
  kinds: ["az"],
  severity: "error",
  summary: "An Azure address must have the bare name of the storage account as its host.",
  rationale: "The server takes the host for the account's name and builds the endpoint itself.",
  certainty: "documented",
  sources: [addressSources.wandbByob, addressSources.azureEndpoints],
  messages: {
    endpoint: 'The server takes "{host}" for the account\'s name, which is "{account}".',
  },
  *check(address, report) {
    const { host, port } = address;
    if (host.partial) return;
    const { service, bucket } = readEndpoint(host.text);
    if (service !== "azure" || bucket === undefined) return;
    const data = { host: host.text, account: bucket.text };
    const fixes = safeFix(
      message('Use "{account}"', { account: bucket.text }),
      replacePart(address, { start: host.start, end: port?.end ?? host.end }, bucket.text),
    );
    yield report("endpoint", host.span, data, { fixes });
  },
});
