import { gcsDialects } from "../../catalog/cors/dialects.js";
import { uploadHeader } from "../../catalog/cors/facts.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { addItems } from "../../model/cors/edits.js";
import { foreignStorage, isForeignExposure, keyOf } from "../../model/cors/keys.js";
import { coversHeader } from "../../model/cors/match.js";
import { itemsOf } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noExposeHeadersField = defineRule({
  id: "cors/no-expose-headers-field",
  dialects: gcsDialects,
  severity: "warning",
  summary: "A Cloud Storage rule must list the headers that it exposes in `responseHeader`.",
  rationale:
    "Cloud Storage has one list of headers, which both lets a preflight pass and exposes response headers. W&B's page shows `exposeHeaders` beside it, which is no field of Cloud Storage: gsutil and gcloud send it on without a word, and ETag stays hidden from the page. W&B's own Terraform uses `response_header` alone.",
  certainty: "verified",
  sources: [
    corsSources.gcsBucket,
    corsSources.gsutilCors,
    corsSources.wandbByob,
    corsSources.wandbTerraformGoogle,
  ],
  messages: {
    hidden:
      '"{key}" is no Cloud Storage field, though W&B\'s page shows it: only "{known}" is read, so the page cannot read {headers}.',
    unsure: '"{key}" is no Cloud Storage field: only "{known}" is read.',
    redundant: '"{key}" is no Cloud Storage field, and "{known}" exposes its headers already.',
    refused: 'Terraform refuses "{key}" here: Cloud Storage exposes what "{known}" lists.',
  },
  *check(cors, report) {
    for (const rule of cors.rules) {
      if (foreignStorage(cors, rule) !== undefined) continue;
      for (const unknown of rule.unknown) {
        if (!isForeignExposure(cors, unknown)) continue;
        const { member } = unknown;
        const { writer } = cors.tree;
        const data = { key: member.key.value, known: keyOf(cors, "exposedHeaders") };
        const headers = itemsOf(member.value).flatMap((item) =>
          item.kind === "string" ? [item.value] : [],
        );
        const listed = rule.exposedHeaders?.items ?? [];
        const hidden = headers.filter(
          (header) => !listed.some(({ value }) => coversHeader(value, header, "gcs")),
        );
        const names = { ...data, headers: hidden.join(", ") };
        const move = message('Move {headers} to "{known}"', {
          headers: names.headers,
          known: data.known,
        });
        const remove = writer.removeMember(rule.node, member);
        const field = rule.exposedHeaders;
        const rest = headers.some((header) => coversHeader(header, uploadHeader.value, "gcs"))
          ? undefined
          : member.value?.kind === "array" && member.value.items.length > 0
            ? writer.appendItems(member.value, [uploadHeader.value])
            : undefined;
        const moved =
          field === undefined
            ? safeFix(move, ...[writer.renameKey(member, data.known), rest].filter(Boolean))
            : safeFix(move, addItems(cors, rule, "exposedHeaders", hidden), remove);
        const every =
          field?.member.value === undefined || hidden.includes("*")
            ? []
            : reviewFix(
                message('Allow and expose every header with "{known}"', { known: data.known }),
                writer.replaceValue(field.member.value, ["*"]),
                remove,
              );
        const isTerraform = cors.dialect === "terraform-google";
        const severity = isTerraform ? "error" : hidden.length === 0 ? "info" : "warning";
        const redundantFix = safeFix(message('Remove "{key}"', { key: data.key }), remove);
        const isKnown = headers.length > 0 && field?.partial !== true;
        const fixes = !isKnown ? [] : hidden.length === 0 ? redundantFix : [...moved, ...every];
        if (isTerraform) yield report("refused", member.key.span, data, { severity, fixes });
        else if (!isKnown) yield report("unsure", member.key.span, data, { severity: "warning" });
        else if (hidden.length === 0) {
          yield report("redundant", member.key.span, data, { severity, fixes, unnecessary: true });
        } else yield report("hidden", member.key.span, names, { severity, fixes });
      }
    }
  },
});
