import { parameterOf } from "../../model/address/address.js";
import { removeParameter } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noCoreweaveRegion = defineRule({
  id: "address/no-coreweave-region",
  kinds: ["cw"],
  severity: "info",
  summary: "A CoreWeave address does not need a `region`.",
  rationale:
    "An early draft of the W&B documentation required it, but the endpoint is the same for all regions.",
  certainty: "documented",
  sources: ["wandb-coreweave-endpoint", "wandb-byob"],
  messages: {
    needless: 'The CoreWeave endpoint is the same for all regions, so "region" is not needed.',
  },
  *check(address, report) {
    const region = parameterOf(address, "region");
    if (region === undefined) return;
    const fixes = safeFix(message('Remove "region"'), removeParameter(address, region));
    yield report("needless", region.name.span, {}, { fixes });
  },
});
