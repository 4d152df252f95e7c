import { chartProviders, otherProviders } from "../../catalog/installation/chart-bucket.js";
import { otherStoreProviders, storeForms } from "../../catalog/installation/stores.js";
import { quotedList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

const known = Object.keys(chartProviders);

export const knownProvider = defineRule({
  id: "installation/known-provider",
  severity: "error",
  summary:
    "The provider of a bucket must have a value that the chart, the operator, or the API supports.",
  rationale:
    "The chart generates an empty address for any provider except `s3`, `gcs`, `az`, and `cw`. Version 2 of the custom resource uses `s3`, `gcs`, and `azure`, and the SCIM API uses `AWS`, `COREWEAVE`, `GCP`, `AZURE`, and `MINIO`. All values are case-sensitive.",
  certainty: "verified",
  sources: ["wandb-helm-bucket", "wandb-operator-connections", "wandb-scim"],
  messages: {
    scim: 'The SCIM API does not accept the provider "{provider}", so the request fails. Use "{known}".',
    resource:
      'The W&B operator does not recognize the provider "{provider}", so it treats the bucket as S3. Use "{known}".',
    none: '"{provider}" is not a valid provider here. Use {providers}.',
    meant:
      'The chart does not support the provider "{provider}", so the bucket address is empty. Did you mean "{known}"?',
    unknown:
      'The chart does not support the provider "{provider}", so the bucket address is empty.',
  },
  *check({ buckets = [], stores = [] }, report) {
    for (const { form, fields } of stores) {
      const { providers } = storeForms[form];
      const given = fields.get("provider");
      if (providers === undefined || given === undefined || given.partial) continue;
      const { text, node, span } = given;
      if (node === undefined || text === "" || providers.includes(text)) continue;
      const lower = text.trim().toLowerCase();
      const named =
        providers.find((each) => each.toLowerCase() === lower) ??
        otherStoreProviders[form]?.[lower];
      if (named === undefined) {
        yield report("none", span, { provider: text, providers: quotedList(providers, "or") });
        continue;
      }
      const data = { provider: text, known: named };
      const title = message('Replace "{provider}" with "{known}"', data);
      const fixes = safeFix(title, replaceText(node.content, 0, node.value.length, named));
      yield report(form === "scim" ? "scim" : "resource", span, data, { fixes });
    }
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
