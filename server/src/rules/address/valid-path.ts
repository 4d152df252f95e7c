import { wandbKinds, partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validPath = defineRule({
  id: "address/valid-path",
  kinds: wandbKinds,
  severity: "warning",
  summary: "The path must not contain empty segments, `.` or `..`, or end with a slash.",
  rationale:
    "Object storage has no folders: an extra slash or a `..` becomes part of every object key, and clients and the server may handle it differently.",
  certainty: "inferred",
  sources: ["wandb-operator-migration"],
  messages: {
    double: "The double slash becomes an empty segment in every object key.",
    dots: '"{segment}" has no special meaning in object storage, so it becomes part of every object key.',
    trailing: "The trailing slash may become an empty segment in every object key.",
  },
  *check(address, report) {
    const { path, tokens } = address;
    if (path.text === "" || address.endpointScheme !== undefined) return;
    const text = tokens.masked.slice(path.start, path.end);
    for (const { index, 0: slashes } of text.matchAll(/\/{2,}/g)) {
      const first = path.start + index;
      const extra = partOf(address, first, first + slashes.length);
      const fixes = reviewFix(message("Keep one slash"), replacePart(address, extra, "/"));
      yield report("double", extra.span, {}, { fixes });
    }
    if (/[^/]\/$/.test(text)) {
      const slash = partOf(address, path.end - 1, path.end);
      const fixes = safeFix(message("Remove the slash"), replacePart(address, slash, ""));
      yield report("trailing", slash.span, {}, { fixes });
    }
    let start = path.start;
    for (const segment of text.split("/")) {
      if (segment === "." || segment === "..") {
        yield report("dots", partOf(address, start, start + segment.length).span, { segment });
      }
      start += segment.length + 1;
    }
  },
});
