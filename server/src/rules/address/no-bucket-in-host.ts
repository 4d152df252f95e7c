import { addressSources } from "../../catalog/address/sources.js";
import { within } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noBucketInHost = defineRule({
  id: "address/no-bucket-in-host",
  kinds: ["cw", "s3-aws"],
  severity: "warning",
  summary: "The bucket must follow the endpoint, not stand before it.",
  rationale:
    "Every documented address has the bucket in its path. The form with the bucket before the host comes from a troubleshooting note, which speaks of the requests that the server then makes.",
  certainty: "inferred",
  sources: [addressSources.wandbByob, addressSources.wandbOperatorMigration],
  messages: {
    before:
      'The bucket "{bucket}" stands before the endpoint; the documented address has it in the path.',
  },
  *check(address, report) {
    const { endpoint, bucket, host, path, port, endpointScheme } = address;
    const label = endpoint?.bucket;
    if (endpoint === undefined || label === undefined || bucket === undefined || host.partial)
      return;
    if (endpoint.form === "special" || endpoint.form === "accelerate") return;
    const rest = path.text === "/" ? "" : path.text;
    const moved = {
      start: within(host, endpoint.base).start - label.text.length - 1,
      end: path.end,
    };
    const before = port === undefined ? "" : `:${port.text}`;
    const fixes = (rest === "" && endpointScheme === undefined ? safeFix : reviewFix)(
      message("Move the bucket into the path"),
      replacePart(address, moved, `${endpoint.base.text}${before}/${bucket.text}${rest}`),
    );
    yield report("before", bucket.span, { bucket: bucket.text }, { fixes });
  },
});
