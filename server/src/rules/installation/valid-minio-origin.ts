import { minioOrigins } from "../../catalog/installation/settings-keys.js";
import { readOrigin } from "../../model/cors/origin.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import { message } from "../../text/message.js";
import { locate, replaceText, type SourceText } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

export const validMinioOrigin = defineRule({
  id: "installation/valid-minio-origin",
  severity: "warning",
  summary:
    "A MinIO origin must be written as browsers send it: scheme, host, and port, without a path.",
  rationale:
    "MinIO compares the `Origin` header with each origin in `MINIO_API_CORS_ALLOW_ORIGIN`. An origin with a path, a trailing slash, or no scheme never matches.",
  certainty: "verified",
  sources: ["minio-cors", "minio-mc-admin-config", "fetch-cors"],
  messages: {
    scheme: '"{origin}" has no scheme, but browsers always send one, so it never matches.',
    path: '"{origin}" has a path, but browsers send only the scheme, host, and port, so it never matches.',
    slash: '"{origin}" ends with a slash, which browsers do not send, so it never matches.',
  },
  *check({ variables }, report) {
    for (const { name, value } of variables) {
      if (name !== minioOrigins) continue;
      for (const { start, end } of items(value)) {
        const origin = value.value.slice(start, end);
        if (hasPlaceholder(origin)) continue;
        const { flaw, sent } = readOrigin(origin);
        if (flaw !== "scheme" && flaw !== "path" && flaw !== "trailing-slash") continue;
        // A name without a scheme may be meant for either of the two.
        const fixes =
          sent === undefined || flaw === "scheme"
            ? []
            : safeFix(
                message('Replace with "{sent}"', { sent }),
                replaceText(value, start, end, sent),
              );
        const key = flaw === "trailing-slash" ? "slash" : flaw;
        yield report(key, locate(value, start, end), { origin }, { fixes });
      }
    }
  },
});

/** The origins of a list with commas, without the blanks around them. */
function* items({ value }: SourceText): Iterable<{ readonly start: number; readonly end: number }> {
  for (const { index, 0: text } of value.matchAll(/[^,]+/g)) {
    const start = index + (text.length - text.trimStart().length);
    const end = start + text.trim().length;
    if (end > start) yield { start, end };
  }
}
