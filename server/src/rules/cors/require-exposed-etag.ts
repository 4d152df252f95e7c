import { uploadHeader, wandbExposedHeader } from "../../catalog/cors/facts.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { addItems } from "../../model/cors/edits.js";
import { foreignStorage, isForeignExposure, keyOf } from "../../model/cors/keys.js";
import { exposesEtag, isReadOnly, wandbTargets } from "../../model/cors/needs.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireExposedEtag = defineRule({
  id: "cors/require-exposed-etag",
  severity: "error",
  summary: "The rule that takes W&B's uploads must expose the `ETag` response header.",
  rationale:
    "A page sees only a few harmless response headers unless the storage exposes more. The parts of a multipart upload are finished by sending back the ETag of each, which the page cannot read when it is not exposed.",
  certainty: "verified",
  sources: [corsSources.wandbByob, corsSources.fetch, corsSources.s3EtagMissing],
  messages: {
    absent:
      'Without "{key}" the page cannot read {header}, so the browser cannot finish a multipart upload.',
    unlisted:
      '"{key}" lacks {header}, so the page cannot read it and the browser cannot finish a multipart upload.',
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
      const fixes = safeFix(
        message("Expose {header}", { header }),
        addItems(cors, rule, "exposedHeaders", items),
      );
      yield field === undefined
        ? report("absent", rule.head, { key, header }, { fixes })
        : report("unlisted", field.keySpan, { key, header }, { fixes });
    }
  },
});
