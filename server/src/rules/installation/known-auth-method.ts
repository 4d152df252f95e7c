import { azureAuthMethods } from "../../catalog/installation/chart-bucket.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownAuthMethod = defineRule({
  id: "installation/known-auth-method",
  severity: "error",
  summary: "The `azureAuthMethod` of a bucket must be `accessKey` or `workloadIdentity`.",
  rationale: "The chart supports these two ways to authenticate to a storage account.",
  certainty: "documented",
  sources: ["wandb-azure-identity"],
  messages: {
    meant: '"{method}" is not a valid authentication method. Did you mean "{meant}"?',
    unknown:
      '"{method}" is not a valid authentication method. Use "accessKey" or "workloadIdentity".',
  },
  *check({ buckets = [] }, report) {
    for (const { fields } of buckets) {
      const method = fields.azureAuthMethod;
      if (method?.node === undefined || method.partial || method.text === "") continue;
      const { text, span, node } = method;
      if (azureAuthMethods.includes(text)) continue;
      const lower = text.toLowerCase().replaceAll(/[-_ ]/g, "");
      const meant =
        azureAuthMethods.find((known) => known.toLowerCase() === lower) ??
        nearest(text, azureAuthMethods);
      if (meant === undefined) {
        yield report("unknown", span, { method: text });
      } else {
        const title = message('Replace "{method}" with "{meant}"', { method: text, meant });
        const fixes = reviewFix(title, replaceText(node.content, 0, node.value.length, meant));
        yield report("meant", span, { method: text, meant }, { fixes });
      }
    }
  },
});
