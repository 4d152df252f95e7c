import { uploadHeader, wandbExposedHeader } from "../../catalog/cors/facts.js";
import { addItems } from "../../model/cors/edits.js";
import { foreignStorage, isForeignExposure, keyOf } from "../../model/cors/keys.js";
import { exposesEtag, isReadOnly, isSurelyForWandb, wandbTargets } from "../../model/cors/needs.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const requireExposedEtag = defineRule({
  id: "cors/require-exposed-etag",
  severity: "error",
  summary: "The rule that allows W&B's uploads must expose the `ETag` response header.",
  rationale:
    "A page can read only the CORS-safelisted response headers unless the storage service exposes more. To finish a multipart upload, the page sends back the ETag of each part, which it cannot read unless the rule exposes it.",
  certainty: "verified",
  sources: ["wandb-byob", "fetch-cors", "s3-etag-missing"],
  messages: {
    absent:
      'Without "{key}", the page cannot read {header}, so the browser cannot finish a multipart upload.',
    unlisted:
      '"{key}" does not list {header}, so the page cannot read it and the browser cannot finish a multipart upload.',
  },
  *check(cors, report, profile) {
    if (isReadOnly(cors)) return;
    for (const { rule } of wandbTargets(cors, profile)) {
      if (exposesEtag(cors, rule) !== "no" || foreignStorage(cors, rule) !== undefined) continue;
      if (rule.unknown.some((unknown) => isForeignExposure(cors, unknown))) continue;
      const field = rule.exposedHeaders;
      const header = wandbExposedHeader.value;
      const key = field?.member.key.value ?? keyOf(cors, "exposedHeaders");
      const isShared = cors.storage === "gcs" && field === undefined;
      const items = isShared ? [uploadHeader.value, header] : [header];
      const offer = isSurelyForWandb(cors, profile) ? safeFix : reviewFix;
      const fixes = offer(
        message('Add {headers} to "{key}"', { headers: formatList(items), key }),
        addItems(cors, rule, "exposedHeaders", items),
      );
      yield field === undefined
        ? report("absent", rule.head, { key, header }, { fixes })
        : report("unlisted", field.keySpan, { key, header }, { fixes });
    }
  },
});
