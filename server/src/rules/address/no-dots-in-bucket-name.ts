import { addressSources } from "../../catalog/address/sources.js";
import { partOf } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const noDotsInBucketName = defineRule({
  id: "address/no-dots-in-bucket-name",
  kinds: ["s3-ambient"],
  severity: "info",
  summary: "An S3 bucket that is reached by its own host name is best named without dots.",
  rationale:
    "Without an endpoint in the address requests go to `<bucket>.s3.<region>.amazonaws.com`, and the certificate there covers one label before `s3` only.",
  certainty: "documented",
  sources: [addressSources.s3BucketNames, addressSources.s3VirtualHosting],
  messages: { dots: "AWS's certificate does not cover host names of buckets with dots in them." },
  *check(address, report) {
    const { bucket } = address;
    if (bucket === undefined || bucket.partial) return;
    const dot = bucket.text.indexOf(".");
    if (dot < 0 || bucket.text.includes("..")) return;
    const start = bucket.start + dot;
    yield report("dots", partOf(address, start, start + 1).span, {});
  },
});
