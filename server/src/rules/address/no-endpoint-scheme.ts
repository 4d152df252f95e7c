import { wandbKinds, mayHaveParameter } from "../../model/address/address.js";
import { addParameter, replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noEndpointScheme = defineRule({
  id: "address/no-endpoint-scheme",
  kinds: wandbKinds,
  severity: "error",
  summary: "The endpoint must be a host name without `https://`.",
  rationale:
    "The Go parser reads `https:` as the host and everything after it as a path. Use `tls` to enable TLS.",
  certainty: "verified",
  sources: ["go-url", "wandb-byob"],
  messages: {
    scheme: 'W&B reads "{scheme}" as the host, so it does not connect to "{host}".',
  },
  *check(address, report) {
    const { endpointScheme, host, provider } = address;
    if (endpointScheme === undefined) return;
    const isSecure = endpointScheme.text.toLowerCase().startsWith("https");
    const takesTls = provider === "s3" || provider === "cw";
    const isAws = address.kind === "s3-aws";
    const edits =
      isSecure && takesTls && !isAws && !mayHaveParameter(address, "tls")
        ? [addParameter(address, "tls", "true")]
        : [];
    const fixes = safeFix(
      message('Remove "{scheme}"', { scheme: endpointScheme.text }),
      replacePart(address, endpointScheme, ""),
      ...edits,
    );
    const data = { scheme: endpointScheme.text.slice(0, -2), host: host.text };
    yield report("scheme", endpointScheme.span, data, { fixes });
  },
});
