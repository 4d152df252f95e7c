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
  sources: ["aws-partitions", "s3-endpoints"],
  messages: {
    misspelled:
      '"{region}" is not an AWS Region, so there is no endpoint to connect to. Did you mean "{known}"?',
    unknown: '"{region}" is not an AWS Region, so there is no endpoint to connect to.',
    close: '"{region}" is not a known AWS Region. Did you mean "{known}"?',
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
      const mayExist = partitionOf(region) !== undefined;
      if (known === undefined) {
        yield mayExist
          ? report("recent", part.span, { region }, { severity: "info" })
          : report("unknown", part.span, { region });
        continue;
      }
      const data = { region, known };
      const fixes = reviewFix(
        message('Replace "{region}" with "{known}"', data),
        replacePart(address, part, known),
        ...(isSame && given !== undefined && part === named
          ? [replacePart(address, given, known)]
          : []),
      );
      yield mayExist
        ? report("close", part.span, data, { fixes, severity: "info" })
        : report("misspelled", part.span, data, { fixes });
    }
  },
});
