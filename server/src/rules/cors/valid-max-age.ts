import { corsDialects } from "../../catalog/cors/dialects.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validMaxAge = defineRule({
  id: "cors/valid-max-age",
  severity: "error",
  summary: "The maximum age must be a whole number of seconds that is not negative.",
  rationale:
    "It tells the browser how long to remember a preflight. The storages refuse anything that is not a whole number; any such number serves W&B.",
  certainty: "documented",
  sources: [corsSources.s3CorsRule, corsSources.gcsBucket, corsSources.azureCors],
  messages: {
    text: '"{key}" is a string where {reader} wants a number.',
    coerced: '"{key}" is a string; Google\'s tools turn it into a number.',
    number: '"{key}" is no number of seconds, so the configuration is refused.',
    whole: '"{key}" is {value}; only whole numbers from 0 on are accepted.',
  },
  *check(cors, report) {
    const { reader, textNumbers, storage } = corsDialects[cors.dialect];
    for (const { maxAge } of cors.rules) {
      if (maxAge?.node === undefined || maxAge.partial) continue;
      const { seconds, node, keySpan } = maxAge;
      const key = maxAge.member.key.value;
      if (seconds === undefined) yield report("number", keySpan, { key });
      else if (!Number.isInteger(seconds) || seconds < 0) {
        const whole = Math.max(0, Math.round(seconds));
        const title = message("Use {seconds}", { seconds: String(whole) });
        const fixes = safeFix(title, cors.tree.writer.replaceValue(node, whole));
        yield report("whole", keySpan, { key, value: String(seconds) }, { fixes });
      } else if (node.kind === "string") {
        const isJson = cors.dialect === "gcs" || cors.dialect === "gcs-api";
        if (textNumbers && !isJson) continue;
        const fixes = safeFix(
          message("Write it as a number"),
          cors.tree.writer.replaceValue(node, seconds),
        );
        yield storage === "gcs"
          ? report("coerced", keySpan, { key }, { fixes, severity: "info" })
          : report(
              "text",
              keySpan,
              { key, reader: reader.replace(/^The /, "the ") },
              {
                fixes,
                severity: "warning",
              },
            );
      }
    }
  },
});
