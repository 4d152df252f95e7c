import { corsDialects } from "../../catalog/cors/dialects.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validMaxAge = defineRule({
  id: "cors/valid-max-age",
  severity: "error",
  summary: "The maximum age must be a whole, non-negative number of seconds.",
  rationale:
    "The maximum age sets how long the browser caches a preflight. Storage services reject anything that is not a whole number. W&B works with any valid value.",
  certainty: "documented",
  sources: ["s3-cors-rule", "gcs-bucket", "azure-cors"],
  messages: {
    text: '"{key}" is a string, but {reader} expects a number.',
    coerced: '"{key}" is a string, which Google\'s tools convert to a number.',
    number: '"{key}" is not a number of seconds, so the configuration is rejected.',
    whole: '"{key}" is {value}, but only whole numbers of 0 or more are accepted.',
  },
  *check(cors, report) {
    const { readerWithin, textNumbers, storage } = corsDialects[cors.dialect];
    for (const { maxAge } of cors.rules) {
      if (maxAge?.node === undefined || maxAge.partial) continue;
      const { seconds, node, keySpan } = maxAge;
      const key = maxAge.member.key.value;
      if (seconds === undefined) yield report("number", keySpan, { key });
      else if (!Number.isInteger(seconds) || seconds < 0) {
        const whole = Math.max(0, Math.round(seconds));
        const title = message("Replace with {seconds}", { seconds: String(whole) });
        const fixes = safeFix(title, cors.tree.writer.replaceValue(node, whole));
        yield report("whole", keySpan, { key, value: String(seconds) }, { fixes });
      } else if (node.kind === "string") {
        const isJson = cors.dialect === "gcs" || cors.dialect === "gcs-api";
        if (textNumbers && !isJson) continue;
        const fixes = safeFix(
          message("Write the value as a number"),
          cors.tree.writer.replaceValue(node, seconds),
        );
        yield storage === "gcs"
          ? report("coerced", keySpan, { key }, { fixes, severity: "info" })
          : report(
              "text",
              keySpan,
              { key, reader: readerWithin },
              {
                fixes,
                severity: "warning",
              },
            );
      }
    }
  },
});
