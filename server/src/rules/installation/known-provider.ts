import { chartProviders, otherProviders } from "../../catalog/installation/chart-bucket.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

const known = Object.keys(chartProviders);

export const knownProvider = defineRule({
  id: "installation/known-provider",
  severity: "error",
  summary: "The `provider` of a bucket in the chart values must be `s3`, `gcs`, `az` or `cw`.",
  rationale:
    "The chart generates an empty address for any other provider. The values are case-sensitive.",
  certainty: "verified",
  sources: ["wandb-helm-bucket"],
  messages: {
    meant:
      '"{provider}" is not a provider that the chart supports, so the bucket address is empty. Did you mean "{known}"?',
    unknown:
      '"{provider}" is not a provider that the chart supports, so the bucket address is empty.',
  },
  *check({ buckets = [] }, report) {
    for (const { fields } of buckets) {
      const { provider } = fields;
      if (provider === undefined || provider.partial || provider.text === "") continue;
      const { text, span, node } = provider;
      if (known.includes(text)) continue;
      const lower = text.trim().toLowerCase();
      const meant = known.includes(lower)
        ? lower
        : (otherProviders[lower] ??
          nearest(
            lower,
            known.filter((name) => name.length > 2),
          ));
      if (meant === undefined || node === undefined) {
        yield report("unknown", span, { provider: text });
        continue;
      }
      const edit = replaceText(node.content, 0, node.value.length, meant);
      const title = message('Replace "{provider}" with "{known}"', {
        provider: text,
        known: meant,
      });
      const fixes = safeFix(title, edit);
      yield report("meant", span, { provider: text, known: meant }, { fixes });
    }
  },
});
