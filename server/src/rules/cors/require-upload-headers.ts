import { furtherS3UploadHeaders, uploadHeader } from "../../catalog/cors/facts.js";
import { addItems } from "../../model/cors/edits.js";
import { foreignStorage, isForeignExposure, keyOf } from "../../model/cors/keys.js";
import { allowsHeader } from "../../model/cors/match.js";
import {
  allowsUploadHeader,
  isReadOnly,
  isSurelyForWandb,
  wandbTargets,
} from "../../model/cors/needs.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

const allowAny = message('Allow any header ("*"), as in the W&B documentation');

export const requireUploadHeaders = defineRule({
  id: "cors/require-upload-headers",
  severity: "warning",
  summary: "The rule that allows W&B's uploads must allow their request headers.",
  rationale:
    "Before a PUT, the browser asks whether its headers, at least `Content-Type`, are allowed. If one is not, the browser does not send the upload. The W&B documentation uses `*`, or `Content-Type` for Cloud Storage.",
  certainty: "documented",
  sources: ["wandb-byob", "gcs-content-type", "s3-cors"],
  messages: {
    absent:
      'Without "{key}", no request header is allowed, so the preflight fails and the browser blocks uploads.',
    unlisted:
      '"{key}" does not list {header}, so the preflight fails and the browser blocks uploads that send it.',
    narrow:
      '"{key}" does not allow {headers}, which some uploads send. The W&B documentation uses "*".',
  },
  *check(cors, report, profile) {
    if (isReadOnly(cors)) return;
    const offer = isSurelyForWandb(cors, profile) ? safeFix : reviewFix;
    for (const { rule } of wandbTargets(cors, profile)) {
      const field = rule.allowedHeaders;
      const key = field?.member.key.value ?? keyOf(cors, "allowedHeaders");
      const header = uploadHeader.value;
      const add = (item: string) => addItems(cors, rule, "allowedHeaders", [item]);
      if (foreignStorage(cors, rule) !== undefined) continue;
      const truth = allowsUploadHeader(cors, rule);
      if (field === undefined) {
        // Google's one list is missing as a whole, which the rule about ETag reports and mends.
        if (cors.storage === "gcs") continue;
        const fixes = offer(allowAny, add("*"));
        yield report("absent", rule.head, { key }, { fixes });
      } else if (truth === "no") {
        if (rule.unknown.some((unknown) => isForeignExposure(cors, unknown)) && !field.list)
          continue;
        const fixes =
          cors.storage === "gcs"
            ? offer(message("Allow {header}", { header }), add(header))
            : offer(allowAny, add("*"));
        yield report("unlisted", field.keySpan, { key, header }, { fixes });
      } else if (truth === "yes" && cors.storage === "s3") {
        const further = furtherS3UploadHeaders.value.filter(
          (name) => allowsHeader(rule, name, "s3", "lenient") === "no",
        );
        if (further.length === 0) continue;
        const fixes = offer(allowAny, add("*"));
        const headers = formatList(further, "or");
        yield report("narrow", field.keySpan, { key, headers }, { fixes, severity: "info" });
      }
    }
  },
});
