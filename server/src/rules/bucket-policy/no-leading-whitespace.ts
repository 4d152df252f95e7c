import { message } from "../../text/message.js";
import { extentOf } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

export const noLeadingWhitespace = defineRule({
  id: "bucket-policy/no-leading-whitespace",
  policyTypes: ["bucket"],
  severity: "error",
  summary: "A bucket policy file must start with its opening brace.",
  rationale:
    "S3 rejects a policy that starts with a space, an empty line, or a byte order mark with the error \"Policies must be valid JSON and the first byte must be '{'\".",
  certainty: "documented",
  sources: ["versitygw-bucket-policy", "s3-bucket-policies"],
  messages: {
    late: "Whitespace or a byte order mark comes before this brace, so S3 rejects the policy.",
  },
  *check({ source, root, head }, report) {
    if (source === undefined || root === undefined) return;
    if (extentOf(source)?.start !== 0 || source.value.startsWith("{")) return;
    if (source.value.slice(0, root.span.start).replace("\uFEFF", "").trim() !== "") return;
    const fix = { span: { start: 0, end: root.span.start }, newText: "" };
    yield report(
      "late",
      head,
      {},
      {
        fixes: safeFix(message("Remove everything before the opening brace"), fix),
      },
    );
  },
});
