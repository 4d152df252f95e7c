import { isGiven, isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireKeyPair = defineRule({
  id: "installation/require-key-pair",
  severity: "error",
  summary: "A bucket in the chart values must have both `accessKey` and `secretKey`, or neither.",
  rationale:
    "With only one of them, the chart generates an address without credentials, and the next version of the operator rejects it.",
  certainty: "verified",
  sources: ["wandb-helm-bucket", "wandb-operator-migration"],
  messages: {
    alone:
      '"{key}" requires "{other}". Without it, the chart generates an address without credentials.',
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
