import { addressSources } from "../../catalog/address/sources.js";
import { isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const noSpecialCharactersInSecret = defineRule({
  id: "installation/no-special-characters-in-secret",
  severity: "warning",
  summary: "A secret key in the chart's values must do without `/`, `?`, `#` and `%`.",
  rationale:
    "The chart puts the secret into the address as it is, where these characters end the host or begin an escape. A new key without them is the safest way out.",
  certainty: "inferred",
  sources: [addressSources.wandbHelmBucket, addressSources.goUrl],
  messages: {
    divides:
      'The chart does not encode the "{character}" in this key, so the server cannot read the address.',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields, hasSecret } of buckets.filter(isNamed)) {
      const key = fields.secretKey;
      if ((scheme !== "s3" && scheme !== "cw") || hasSecret || key === undefined || key.partial)
        continue;
      // One that is percent-encoded already may be meant so.
      const character = /[/?#]|%(?![0-9A-Fa-f]{2})/.exec(key.text)?.[0];
      if (character !== undefined) yield report("divides", key.span, { character });
    }
  },
});
