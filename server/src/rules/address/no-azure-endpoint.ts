import { readEndpoint } from "../../catalog/address/endpoints.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noAzureEndpoint = defineRule({
  id: "address/no-azure-endpoint",
  kinds: ["az"],
  severity: "error",
  summary: "An Azure address must use only the name of the storage account as its host.",
  rationale:
    "The server reads the entire host as the account name and builds the endpoint from it.",
  certainty: "documented",
  sources: ["wandb-byob", "azure-endpoints"],
  messages: {
    endpoint:
      'Use only the account name "{account}". W&B reads the entire host "{host}" as the account name.',
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
