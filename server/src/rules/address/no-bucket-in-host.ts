import { within } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noBucketInHost = defineRule({
  id: "address/no-bucket-in-host",
  kinds: ["cw", "s3-aws"],
  severity: "warning",
  summary: "The bucket must follow the endpoint instead of being part of the host.",
  rationale:
    "Every documented address has the bucket in its path. The form with the bucket in the host comes from a troubleshooting note about the requests that the server sends.",
  certainty: "inferred",
  sources: ["wandb-byob", "wandb-operator-migration"],
  messages: {
    before: 'The bucket "{bucket}" is part of the host. In the documented form, it is in the path.',
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
