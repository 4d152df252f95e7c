import { partOf } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const noDotsInBucketName = defineRule({
  id: "address/no-dots-in-bucket-name",
  kinds: ["s3-ambient"],
  severity: "info",
  summary: "The name of an S3 bucket that is accessed by host name should not contain dots.",
  rationale:
    "If the address has no endpoint, requests go to `<bucket>.s3.<region>.amazonaws.com`. The certificate covers only one label before `s3`.",
  certainty: "documented",
  sources: ["s3-bucket-names", "s3-virtual-hosting"],
  messages: {
    dots: "The AWS certificate does not cover bucket host names that contain dots, so TLS connections to this bucket may fail.",
  },
  *check(address, report) {
    const { bucket } = address;
    if (bucket === undefined || bucket.partial) return;
    const dot = bucket.text.indexOf(".");
    if (dot < 0 || bucket.text.includes("..")) return;
    const start = bucket.start + dot;
    yield report("dots", partOf(address, start, start + 1).span, {});
  },
});
