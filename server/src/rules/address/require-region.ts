import { mayHaveParameter, parameterOf } from "../../model/address/address.js";
import { addParameter, setParameter } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const requireRegion = defineRule({
  id: "address/require-region",
  kinds: ["s3-aws", "s3-compatible"],
  severity: "error",
  summary: "An address with an S3 endpoint must have the bucket's Region.",
  rationale:
    "S3-compatible storage always needs it. On AWS, it can be omitted only if W&B runs on AWS too and `AWS_REGION` is the bucket's Region. Otherwise, the server has no reliable default.",
  certainty: "documented",
  sources: ["wandb-byob", "wandb-operator-connections"],
  messages: {
    absent: 'An S3-compatible endpoint requires a "region", so W&B cannot use this address.',
    aws: 'Without "region", only a W&B server that runs on AWS with AWS_REGION set to the Region of the bucket can find the bucket.',
    elsewhere:
      'Without "region", the W&B server uses AWS_REGION and looks for the bucket in "{region}".',
    empty: '"region" is empty, so the server cannot use the endpoint.',
    illegal:
      '"{value}" is not a valid Region. A Region contains only letters, digits, and hyphens.',
  },
  *check(address, report, profile) {
    const { kind, endpoint, host } = address;
    if (endpoint === undefined) return;
    if (endpoint.service === "coreweave") return;
    const known = endpoint.region?.text;
    const parameter = parameterOf(address, "region");
    if (parameter === undefined) {
      if (mayHaveParameter(address, "region")) return;
      // The server takes it from there. Whether it is the bucket's, another rule tells.
      if (address.context.hasRegion) return;
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
