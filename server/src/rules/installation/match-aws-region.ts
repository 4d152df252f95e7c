import { parameterOf } from "../../model/address/address.js";
import { instanceAddress, variableOf } from "../../model/installation/environment.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const matchAwsRegion = defineRule({
  id: "installation/match-aws-region",
  severity: "warning",
  summary: "`AWS_REGION` must be the Region of the bucket.",
  rationale: "The server can read the Region from either place, so one of the two values is wrong.",
  certainty: "documented",
  sources: ["wandb-byob", "wandb-environment-variables"],
  messages: {
    differs: '"AWS_REGION" is "{variable}", but the Region in the bucket address is "{region}".',
  },
  *check(environment, report) {
    const address = instanceAddress(environment);
    const variable = variableOf(environment, "AWS_REGION");
    if (variable === undefined || (address?.kind !== "s3-aws" && address?.kind !== "s3-ambient"))
      return;
    const given = parameterOf(address, "region")?.value;
    const region = given === undefined ? address.endpoint?.region?.text : given.value;
    const value = variable.value.value.trim();
    if (region === undefined || region === "" || given?.partial === true) return;
    if (value === "" || hasPlaceholder(value) || value === region) return;
    const fixes = reviewFix(
      message('Set AWS_REGION to "{region}"', { region }),
      replaceText(variable.value, 0, variable.value.value.length, region),
    );
    yield report("differs", variable.valueSpan, { variable: value, region }, { fixes });
  },
});
