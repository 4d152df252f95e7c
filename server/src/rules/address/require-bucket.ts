import { addressSources } from "../../catalog/address/sources.js";
import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { wandbKinds, type Address } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const requireBucket = defineRule({
  id: "address/require-bucket",
  kinds: wandbKinds,
  severity: "error",
  summary: "An address must name a bucket, and an Azure address a container.",
  rationale: "The server stores everything in one bucket and does not look for it.",
  certainty: "documented",
  sources: [addressSources.wandbByob],
  messages: {
    host: "The address ends before it names a {wanted}.",
    bucket: 'No bucket follows the endpoint "{host}", so the address names no place to store.',
    container: "No container follows the storage account, so the address names no place to store.",
  },
  *check(address, report) {
    const { kind, host, head, endpoint, tokens } = address;
    if (endsInUnknown(address)) return;
    if (host.text === "") {
      // A text without an "@" is one whose credentials are still being typed.
      if (tokens.password !== undefined && tokens.at === undefined) return;
      if (isAllowListEntry(address)) return;
      yield report("host", head.span, { wanted: wantedBy(address) });
    } else if (kind === "az") {
      if (address.container === undefined) yield report("container", host.span, {});
    } else if (endpoint !== undefined && address.bucket === undefined) {
      yield report("bucket", host.span, { host: host.text });
    }
  },
});

function wantedBy({ kind, tokens }: Address): string {
  if (kind === "az") return "storage account";
  return kind === "gs" || tokens.at === undefined ? "bucket" : "host";
}

/** In the list of stores for teams "cw://" alone stands for CoreWeave. */
function isAllowListEntry({ kind, context, whole }: Address): boolean {
  if (kind !== "cw" || whole.text !== "cw://") return false;
  return !context.known || settingKeyOf(context.name ?? "")?.role !== "address";
}

/** What is filled in at the end may bring the rest of the address with it. */
function endsInUnknown({ openEnded, host, whole }: Address): boolean {
  return openEnded || (host.partial && host.end === whole.end);
}
