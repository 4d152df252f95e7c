import { regions } from "../../catalog/regions.js";
import { parameterOf, within } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const matchEndpointRegion = defineRule({
  id: "address/match-endpoint-region",
  kinds: ["s3-aws"],
  severity: "error",
  summary: "The `region` of an address must match its AWS endpoint.",
  rationale: "An endpoint rejects requests that are signed for another Region.",
  certainty: "documented",
  sources: ["wandb-byob", "s3-endpoints"],
  messages: {
    differs:
      'The endpoint is in "{endpoint}", so AWS rejects requests that are signed for "{region}".',
  },
  *check(address, report) {
    const { endpoint, host } = address;
    const known = endpoint?.region;
    const region = parameterOf(address, "region")?.value;
    if (known === undefined || region === undefined || region.partial) return;
    if (!/^[\w-]+$/.test(region.value) || region.value === known.text) return;
    const data = { endpoint: known.text, region: region.value };
    const setRegion = reviewFix(
      message('Set "region" to "{region}"', { region: known.text }),
      replacePart(address, region, known.text),
    );
    const setEndpoint = reviewFix(
      message('Use the endpoint for "{region}"', { region: region.value }),
      replacePart(address, within(host, known), region.value),
    );
    const isSlip = !regions.includes(known.text) && regions.includes(region.value);
    const fixes = isSlip ? [...setEndpoint, ...setRegion] : [...setRegion, ...setEndpoint];
    yield report("differs", region.span, data, { fixes });
  },
});
