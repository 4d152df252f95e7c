import { isGiven, isNamed } from "../../model/installation/chart-bucket.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noAzureSecretKey = defineRule({
  id: "installation/no-azure-secret-key",
  severity: "error",
  summary: "In the chart values, the key of a storage account must be set as `accessKey`.",
  rationale:
    "The chart sets `AZURE_STORAGE_KEY` from `accessKey` and ignores `secretKey` for an Azure bucket.",
  certainty: "verified",
  sources: ["wandb-helm-bucket"],
  messages: {
    secretKey: 'For Azure, the chart reads only "accessKey", so it ignores this account key.',
  },
  *check({ buckets = [] }, report) {
    for (const bucket of buckets.filter(isNamed)) {
      const { scheme, fields, hasSecret, tree } = bucket;
      const { accessKey, secretKey } = fields;
      const isFree = accessKey === undefined;
      if (scheme !== "az" || hasSecret || isGiven(accessKey) || !isGiven(secretKey)) continue;
      const edit = isFree ? tree.writer.renameKey(secretKey.member, "accessKey") : undefined;
      const fixes = safeFix(message('Rename to "accessKey"'), edit);
      yield report("secretKey", secretKey.keySpan, {}, { fixes });
    }
  },
});
