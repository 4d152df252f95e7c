import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { wandbKinds, type Address } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const requireBucket = defineRule({
  id: "address/require-bucket",
  kinds: wandbKinds,
  severity: "error",
  summary: "An address must include a bucket or, on Azure, a container.",
  rationale: "The server stores everything in the bucket that the address specifies.",
  certainty: "documented",
  sources: ["wandb-byob"],
  messages: {
    host: "This address has no host, so W&B cannot use it.",
    account: "This address has no storage account, so W&B cannot use it.",
    absent: "This address has no bucket, so W&B cannot use it.",
    bucket:
      'The endpoint "{host}" is not followed by a bucket name, so W&B has nowhere to store files.',
    container:
      "The storage account is not followed by a container name, so W&B has nowhere to store files.",
  },
  *check(address, report) {
    const { kind, host, head, endpoint, tokens } = address;
    if (endsInUnknown(address)) return;
    if (host.text === "") {
      // A text without an "@" is one whose credentials are still being typed.
      if (tokens.password !== undefined && tokens.at === undefined) return;
      if (isAllowListEntry(address)) return;
      yield report(wantedBy(address), head.span, {});
    } else if (kind === "az") {
      if (address.container === undefined) yield report("container", host.span, {});
    } else if (endpoint !== undefined && address.bucket === undefined) {
      yield report("bucket", host.span, { host: host.text });
    }
  },
});

function wantedBy({ kind, tokens }: Address): "account" | "absent" | "host" {
  if (kind === "az") return "account";
  return kind === "gs" || tokens.at === undefined ? "absent" : "host";
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
