import { replaceItem } from "../../model/cors/edits.js";
import { readOrigin, type OriginFlaw } from "../../model/cors/origin.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

const keyByFlaw = {
  blank: "blank",
  scheme: "scheme",
  path: "path",
  credentials: "path",
  "trailing-slash": "slash",
  "upper-case": "upperCase",
  "default-port": "port",
} as const satisfies Record<OriginFlaw, string>;

export const validOrigin = defineRule({
  id: "cors/valid-origin",
  severity: "warning",
  summary: "An origin must be written as browsers send it: scheme, lowercase host, no path.",
  rationale:
    "The storage service compares the `Origin` header with the configured text, character by character. A browser never sends a path, a trailing slash, uppercase letters, or the scheme's default port, so an origin with any of these never matches.",
  certainty: "verified",
  sources: ["s3-cors", "gcs-cors", "azure-cors", "fetch-cors"],
  messages: {
    blank: '"{origin}" is empty or has surrounding whitespace, so it never matches.',
    scheme: '"{origin}" has no scheme, but browsers always send one, so it never matches.',
    path: '"{origin}" has more than a scheme, host, and port, which are all that browsers send, so it never matches.',
    slash: '"{origin}" ends with a slash, which browsers do not send, so it never matches.',
    upperCase:
      '"{origin}" has uppercase letters, but browsers send lowercase, so it never matches.',
    port: '"{origin}" has the default port, which browsers omit, so it never matches.',
  },
  *check(cors, report) {
    for (const { origins } of cors.rules) {
      for (const item of origins?.items ?? []) {
        if (item.partial || item.value.includes(",")) continue;
        const { flaw, sent } = readOrigin(item.value);
        if (flaw === undefined) continue;
        // S3's wildcard stands for any characters, a path's slash among them, but no browser sends one.
        const fix = flaw === "scheme" ? reviewFix : safeFix;
        const isListed = origins?.items.some(({ value }) => value === sent) ?? false;
        const fixes =
          sent === undefined
            ? []
            : isListed && origins?.list !== undefined
              ? safeFix(
                  message('Remove "{origin}"', { origin: item.value }),
                  cors.tree.writer.removeItem(origins.list, item.node),
                )
              : fix(message('Replace with "{sent}"', { sent }), replaceItem(item, sent));
        yield report(keyByFlaw[flaw], item.span, { origin: item.value }, { fixes });
      }
    }
  },
});
