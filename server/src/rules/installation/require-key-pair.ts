import { addressSources } from "../../catalog/address/sources.js";
import { isGiven, isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireKeyPair = defineRule({
  id: "installation/require-key-pair",
  severity: "error",
  summary: "A bucket in the chart's values must have `accessKey` and `secretKey`, or neither.",
  rationale:
    "With one of them alone the chart makes an address without credentials, and the operator's next version refuses it.",
  certainty: "verified",
  sources: [addressSources.wandbHelmBucket, addressSources.wandbOperatorMigration],
  messages: {
    alone: 'Without "{other}" the chart leaves "{key}" out, so the address has no credentials.',
  },
  *check({ buckets = [] }, report) {
    for (const { scheme, fields, hasSecret } of buckets.filter(isNamed)) {
      const { accessKey, secretKey } = fields;
      if ((scheme !== "s3" && scheme !== "cw") || hasSecret) continue;
      const given = [accessKey, secretKey].filter(isGiven);
      const [only] = given;
      if (given.length !== 1 || only === undefined) continue;
      const other = only === accessKey ? "secretKey" : "accessKey";
      yield report("alone", only.keySpan, { key: only.member.key.value, other });
    }
  },
});
