import { isPrivateHost } from "../../catalog/address/hosts.js";
import { mayHaveParameter, parameterOf } from "../../model/address/address.js";
import { addParameter, setParameter } from "../../model/address/edits.js";
import { parseBool } from "../../syntax/go-url.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const requireTls = defineRule({
  id: "address/require-tls",
  kinds: ["cw", "s3-aws", "s3-compatible"],
  severity: "warning",
  summary: "CoreWeave and S3-compatible addresses must enable TLS.",
  rationale:
    "The CoreWeave endpoint accepts only HTTPS, and its documented address contains `tls=true`. W&B connects to an S3-compatible endpoint over plain HTTP unless the address contains `tls=true`.",
  certainty: "documented",
  sources: ["wandb-byob", "wandb-operator-migration", "coreweave-endpoints"],
  messages: {
    coreweave: 'The CoreWeave endpoint accepts only HTTPS, so the address requires "tls=true".',
    off: 'The CoreWeave endpoint accepts only HTTPS, so "tls={value}" fails.',
    plain: 'Without "tls=true", W&B connects to "{host}" over plain HTTP.',
    chosen: '"tls={value}" sends credentials and data to "{host}" over plain HTTP.',
  },
  *check(address, report) {
    const { kind, endpoint, host } = address;
    const tls = parameterOf(address, "tls");
    if (endpoint === undefined || tls?.value?.partial === true) return;
    const isSet = tls?.value === undefined ? undefined : parseBool(tls.value.value);
    const value = tls?.value?.text ?? "";
    if (kind === "cw" && endpoint.service === "coreweave" && endpoint.form === "named") {
      if (tls !== undefined && isSet === false) {
        const fixes = safeFix(message('Set "tls" to true'), setParameter(address, tls, "true"));
        yield report("off", (tls.value ?? tls.name).span, { value }, { fixes });
      } else if (!mayHaveParameter(address, "tls")) {
        const fixes = safeFix(message('Add "tls=true"'), addParameter(address, "tls", "true"));
        yield report("coreweave", host.span, {}, { fixes });
      }
      return;
    }
    if (endpoint.service === "coreweave" || address.endpointScheme !== undefined) return;
    if (kind === "cw") return;
    const isPrivate = isPrivateHost(host.value);
    if (tls !== undefined) {
      if (isSet === false && !isPrivate && !host.partial) {
        yield report(
          "chosen",
          (tls.value ?? tls.name).span,
          { value, host: host.text },
          { severity: "info" },
        );
      }
    } else if (kind === "s3-compatible" && !mayHaveParameter(address, "tls")) {
      const fixes = reviewFix(message('Add "tls=true"'), addParameter(address, "tls", "true"));
      yield report(
        "plain",
        host.span,
        { host: host.text },
        { fixes, severity: isPrivate ? "info" : "warning" },
      );
    }
  },
});
