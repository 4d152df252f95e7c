import { parameterOf } from "../../model/address/address.js";
import { removeParameter } from "../../model/address/edits.js";
import { parseBool } from "../../syntax/go-url.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noCoreweavePathStyle = defineRule({
  id: "address/no-coreweave-path-style",
  kinds: ["cw"],
  severity: "warning",
  summary: "A CoreWeave address must not force path-style requests.",
  rationale:
    "CoreWeave accepts only virtual-hosted-style requests, with the bucket in the host name.",
  certainty: "documented",
  sources: ["coreweave-buckets", "wandb-operator-connections"],
  messages: {
    forced: "CoreWeave rejects path-style requests, which this parameter forces.",
  },
  *check(address, report) {
    const parameter = parameterOf(address, "forcePathStyle");
    if (parameter?.value === undefined || parseBool(parameter.value.value) !== true) return;
    const fixes = safeFix(message('Remove "forcePathStyle"'), removeParameter(address, parameter));
    yield report("forced", parameter.name.span, {}, { fixes });
  },
});
