import { gcsDialects } from "../../catalog/cors/dialects.js";
import { uploadHeader } from "../../catalog/cors/facts.js";
import { addItems } from "../../model/cors/edits.js";
import { foreignStorage, isForeignExposure, keyOf } from "../../model/cors/keys.js";
import { coversHeader } from "../../model/cors/match.js";
import { itemsOf } from "../../syntax/value.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noExposeHeadersField = defineRule({
  id: "cors/no-expose-headers-field",
  dialects: gcsDialects,
  severity: "warning",
  summary: "A Cloud Storage rule must list the headers it exposes in `responseHeader`.",
  rationale:
    "Cloud Storage has a single header list, which allows request headers in a preflight and also exposes response headers. The W&B documentation also shows `exposeHeaders`, which is not a Cloud Storage field: gsutil and gcloud send it without an error, and ETag stays hidden from the page. W&B's own Terraform module uses only `response_header`.",
  certainty: "verified",
  sources: ["gcs-bucket", "gsutil-cors", "wandb-byob", "wandb-terraform-google"],
  messages: {
    hidden:
      '"{key}" is not a Cloud Storage field, although the W&B documentation shows it. Cloud Storage reads only "{known}", so the page cannot read {headers}.',
    unsure: '"{key}" is not a Cloud Storage field. Cloud Storage reads only "{known}".',
    redundant: '"{key}" is not a Cloud Storage field, and "{known}" already exposes its headers.',
    refused: 'Terraform rejects "{key}" here. List the headers to expose in "{known}" instead.',
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
        const names = { ...data, headers: formatList(hidden, "or") };
        const move = message('Move {headers} to "{known}"', {
          headers: formatList(hidden),
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
                message('Set "{known}" to "*" to allow and expose every header', {
                  known: data.known,
                }),
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
