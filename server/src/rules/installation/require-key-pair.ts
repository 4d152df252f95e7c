import { isGiven, isNamed } from "../../model/installation/chart-bucket.js";
import { defineRule } from "../rule.js";

export const requireKeyPair = defineRule({
  id: "installation/require-key-pair",
  severity: "error",
  summary: "A bucket in the chart values must have both `accessKey` and `secretKey`, or neither.",
  rationale:
    "With only one of them, the chart generates an address without credentials, and the next version of the operator rejects it.",
  certainty: "verified",
  sources: ["wandb-helm-bucket", "wandb-operator-migration", "wandb-operator-connections"],
  messages: {
    resource:
      '"{key}" requires "{other}". The operator configures the access key and the secret key together.',
    alone:
      '"{key}" requires "{other}". Without it, the chart generates an address without credentials.',
  },
  *check({ buckets = [], stores = [] }, report) {
    for (const { form, fields } of stores) {
      const provider = fields.get("provider");
      // Without a provider it is S3; an Azure account alone is given with its identity.
      const isS3 = provider === undefined || (!provider.partial && provider.text === "s3");
      if (form !== "custom-resource" || !isS3) continue;
      const [access, secret] = [fields.get("accessKey"), fields.get("secretKey")];
      if (access !== undefined && secret === undefined) {
        yield report("resource", access.keySpan, { key: "accessKey", other: "secretKey" });
      } else if (secret !== undefined && access === undefined) {
        yield report("resource", secret.keySpan, { key: "secretKey", other: "accessKey" });
      }
    }
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
