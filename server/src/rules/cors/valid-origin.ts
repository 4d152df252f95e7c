import { corsSources } from "../../catalog/cors/sources.js";
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
  summary: "An origin must be written as browsers send it: scheme, host in lower case, no path.",
  rationale:
    "The storage compares the `Origin` header with the configured text, character by character. A browser never sends a path, a slash behind the host, upper case or the scheme's own port, so such an origin matches no page.",
  certainty: "verified",
  sources: [corsSources.s3Cors, corsSources.gcsCors, corsSources.azureCors, corsSources.fetch],
  messages: {
    blank: '"{origin}" has blanks around it or is empty, so it matches no page.',
    scheme: '"{origin}" has no scheme; the browser sends one, so no page matches.',
    path: '"{origin}" has more than scheme, host and port; the browser sends only these, so no page matches.',
    slash: '"{origin}" ends in a slash, which the browser does not send, so no page matches.',
    upperCase: '"{origin}" has upper case; the browser sends lower case, so no page matches.',
    port: '"{origin}" has the default port, which the browser leaves out, so no page matches.',
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
