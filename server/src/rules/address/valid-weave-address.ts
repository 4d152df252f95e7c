import { addressSources } from "../../catalog/address/sources.js";
import { weaveStorageVariable } from "../../catalog/installation/environment-variables.js";
import { defineRule } from "../rule.js";

export const validWeaveAddress = defineRule({
  id: "address/valid-weave-address",
  severity: "info",
  summary: "Weave's own storage address names a bucket, without credentials and endpoint.",
  rationale:
    "Weave reads its keys from variables of their own, and its setting has no place for an endpoint.",
  certainty: "uncertain",
  sources: [addressSources.wandbOperatorConnections],
  messages: {
    more: "Weave's setting names a bucket only; keys and endpoint have variables of their own.",
  },
  *check({ context, tokens, endpoint, head }, report) {
    if (context.name !== weaveStorageVariable) return;
    if (tokens.at !== undefined || endpoint !== undefined) yield report("more", head.span, {});
  },
});
