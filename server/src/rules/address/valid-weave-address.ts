import { weaveStorageVariable } from "../../catalog/installation/environment-variables.js";
import { defineRule } from "../rule.js";

export const validWeaveAddress = defineRule({
  id: "address/valid-weave-address",
  severity: "info",
  summary:
    "The Weave storage address must contain only a bucket, without credentials or an endpoint.",
  rationale:
    "Weave reads its credentials from separate variables, and its setting does not support an endpoint.",
  certainty: "uncertain",
  sources: ["wandb-operator-connections"],
  messages: {
    more: "This Weave setting must contain only a bucket. Set the credentials and the endpoint in separate variables.",
  },
  *check({ context, tokens, endpoint, head }, report) {
    if (context.name !== weaveStorageVariable) return;
    if (tokens.at !== undefined || endpoint !== undefined) yield report("more", head.span, {});
  },
});
