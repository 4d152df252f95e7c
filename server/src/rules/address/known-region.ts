import { addressSources } from "../../catalog/address/sources.js";
import { partitionOf, regions } from "../../catalog/regions.js";
import { parameterOf, partOf, within } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownRegion = defineRule({
  id: "address/known-region",
  kinds: ["s3-aws", "s3-ambient"],
  severity: "warning",
  summary: "An AWS Region must exist.",
  rationale: "A misspelled Region has no endpoint, so every request fails.",
  certainty: "verified",
  sources: [addressSources.awsPartitions, addressSources.s3Endpoints],
  messages: {
    unknown: '"{region}" is not an AWS Region, so there is no endpoint to connect to.',
    recent: '"{region}" is not a known AWS Region. It may be a new one.',
  },
  *check(address, report) {
    const { endpoint, host } = address;
    const label = endpoint?.region && within(host, endpoint.region);
    const named = label && partOf(address, label.start, label.end);
    const given = parameterOf(address, "region")?.value;
    const isSame = given?.value === named?.value.toLowerCase();
    for (const part of [named, isSame ? undefined : given]) {
      const region = part?.value.toLowerCase() ?? "";
      if (part === undefined || part.partial || !/^[\w-]+$/.test(region)) continue;
      if (regions.includes(region)) continue;
      const known = nearest(region, regions);
      const edits =
        known === undefined
          ? []
          : [
              replacePart(address, part, known),
              ...(isSame && given !== undefined && part === named
                ? [replacePart(address, given, known)]
                : []),
            ];
      const fixes = reviewFix(
        message('Replace "{region}" with "{known}"', { region, known: known ?? "" }),
        ...edits,
      );
      yield partitionOf(region) === undefined
        ? report("unknown", part.span, { region }, { fixes })
        : report("recent", part.span, { region }, { fixes, severity: "info" });
    }
  },
});
