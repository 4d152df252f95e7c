import { isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const noSpecialCharactersInSecret = defineRule({
  id: "installation/no-special-characters-in-secret",
  severity: "warning",
  summary: "A secret key in the chart values must not contain `/`, `?`, `#`, or `%`.",
  rationale:
    "The chart copies the secret into the address unencoded, where these characters end the host or start an escape. The safest solution is a new key without them.",
  certainty: "inferred",
  sources: ["wandb-helm-bucket", "go-url"],
  messages: {
    divides:
      'The chart does not encode the "{character}" in this key, so the server cannot parse the address. Use a new key without this character.',
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
