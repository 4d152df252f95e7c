import { partitionOf } from "../../catalog/regions.js";
import { within } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const matchPartitionDomain = defineRule({
  id: "address/match-partition-domain",
  kinds: ["s3-aws"],
  severity: "error",
  summary: "An AWS endpoint must use the domain of its Region's partition.",
  rationale: "The China Regions and the other separate partitions have their own domains.",
  certainty: "verified",
  sources: ["aws-partitions", "s3-endpoints"],
  messages: {
    other: 'Endpoints in "{region}" end in "{domain}", so this host does not exist.',
  },
  *check(address, report) {
    const { endpoint, host } = address;
    const region = endpoint?.region;
    if (endpoint === undefined || region === undefined) return;
    const partition = partitionOf(region.text);
    if (partition === undefined || host.text.toLowerCase().endsWith(`.${partition.dnsSuffix}`))
      return;
    if (endpoint.form === "legacy" || endpoint.form === "vpc") return;
    const span = within(host, region);
    const domain = { start: span.end + 1, end: host.end };
    const fixes = safeFix(
      message('Use the domain "{domain}"', { domain: partition.dnsSuffix }),
      replacePart(address, domain, partition.dnsSuffix),
    );
    yield report(
      "other",
      host.span,
      { region: region.text, domain: partition.dnsSuffix },
      { fixes },
    );
  },
});
