import { addressSources } from "../../catalog/address/sources.js";
import { mayHaveParameter, parameterOf } from "../../model/address/address.js";
import { addParameter, setParameter } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const requireRegion = defineRule({
  id: "address/require-region",
  kinds: ["s3-aws", "s3-compatible"],
  severity: "error",
  summary: "An address with an S3 endpoint must name the bucket's region.",
  rationale:
    "S3-compatible stores always need it. For AWS it may be left out only where W&B and the bucket are both in AWS and `AWS_REGION` is the bucket's region; otherwise the server has no default that one could rely on.",
  certainty: "documented",
  sources: [addressSources.wandbByob, addressSources.wandbOperatorConnections],
  messages: {
    absent: 'Without "region" W&B cannot use an S3-compatible endpoint.',
    aws: 'Without "region" only a W&B server in AWS whose AWS_REGION is the bucket\'s region finds the bucket.',
    elsewhere:
      'Without "region" the server looks for the bucket in "{region}", where AWS_REGION says it is.',
    empty: 'The "region" is empty, so the server cannot use the endpoint.',
    illegal: 'A region has letters, digits and hyphens only, so no region is called "{value}".',
  },
  *check(address, report, profile) {
    const { kind, endpoint, host } = address;
    if (endpoint === undefined) return;
    if (endpoint.service === "coreweave") return;
    const known = endpoint.region?.text;
    const parameter = parameterOf(address, "region");
    if (parameter === undefined) {
      if (mayHaveParameter(address, "region")) return;
      const { awsRegion } = profile;
      if (kind === "s3-aws" && awsRegion !== undefined && (known ?? awsRegion) === awsRegion)
        return;
      const fixes =
        known === undefined
          ? []
          : (kind === "s3-aws" ? safeFix : reviewFix)(
              message('Add "region={region}"', { region: known }),
              addParameter(address, "region", known),
            );
      if (kind === "s3-compatible") yield report("absent", host.span, {}, { fixes });
      else if (awsRegion === undefined)
        yield report("aws", host.span, {}, { fixes, severity: "warning" });
      else yield report("elsewhere", host.span, { region: awsRegion }, { fixes });
      return;
    }
    const { value, name } = parameter;
    if (value?.partial === true) return;
    const text = value?.value ?? "";
    if (text.trim() === "") {
      const fixes =
        known === undefined
          ? []
          : safeFix(
              message('Set "region" to "{region}"', { region: known }),
              setParameter(address, parameter, known),
            );
      yield report("empty", name.span, {}, { fixes });
    } else if (value !== undefined && !/^[\w.-]+$/.test(text) && !text.includes("?")) {
      yield report("illegal", value.span, { value: text });
    }
  },
});
