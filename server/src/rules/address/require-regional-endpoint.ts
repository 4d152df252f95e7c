import { partitionOf } from "../../catalog/regions.js";
import { parameterOf, within } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireRegionalEndpoint = defineRule({
  id: "address/require-regional-endpoint",
  kinds: ["s3-aws"],
  severity: "warning",
  summary: "An AWS address must use the endpoint of the bucket's Region.",
  rationale:
    "W&B requires the Regional endpoint. The global endpoint redirects requests for other Regions, the older form with a hyphen does not exist in most Regions, and a website endpoint does not support the S3 API.",
  certainty: "documented",
  sources: ["wandb-byob", "s3-endpoints", "s3-virtual-hosting"],
  messages: {
    global: '"{host}" is not a Regional endpoint, which W&B requires.',
    legacy: '"{host}" uses an older endpoint format that exists only in some Regions.',
    website: "This is a website endpoint. It does not support the S3 API, so W&B cannot use it.",
  },
  *check(address, report) {
    const { endpoint, host } = address;
    if (endpoint === undefined || host.partial) return;
    const { form } = endpoint;
    if (!["global", "legacy", "website", "accelerate"].includes(form)) return;
    const given = parameterOf(address, "region")?.value;
    const region = endpoint.region?.text ?? (given?.partial === true ? undefined : given?.value);
    const partition = region === undefined ? undefined : partitionOf(region);
    const regional =
      region === undefined || partition === undefined ? "" : `s3.${region}.${partition.dnsSuffix}`;
    const fixes =
      regional === ""
        ? []
        : safeFix(
            message('Use "{host}"', { host: regional }),
            replacePart(address, within(host, endpoint.base), regional),
          );
    if (form === "website") yield report("website", host.span, {}, { fixes, severity: "error" });
    else {
      const key = form === "legacy" ? "legacy" : "global";
      yield report(key, host.span, { host: host.text }, { fixes });
    }
  },
});
