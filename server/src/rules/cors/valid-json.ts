import { gcsDialects } from "../../catalog/cors/dialects.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { jsonSlips } from "../../model/json-problems.js";
import { defineRule, safeFix } from "../rule.js";

export const validJson = defineRule({
  id: "cors/valid-json",
  dialects: [
    "s3",
    "s3-cli",
    "cloudformation",
    "terraform-aws",
    ...gcsDialects,
    "azure",
    "terraform-azure",
  ],
  severity: "error",
  summary: "A CORS configuration in JSON must be strict JSON.",
  rationale:
    "The clouds' tools read the file as strict JSON and refuse all of it for one character too many: a comment, a trailing comma, a quotation mark from a word processor.",
  certainty: "documented",
  sources: [corsSources.s3Cors, corsSources.gcsUsing],
  editorReports: "json-syntax",
  messages: {
    syntax: "This can not be read, so the configuration is refused.",
    comment: "JSON has no comments, so the configuration is refused.",
    "trailing-comma": "Nothing follows this comma, so the configuration is refused.",
    "extra-comma": "Nothing stands before this comma, so the configuration is refused.",
    "missing-colon": "A colon is missing here, so the configuration is refused.",
    "missing-value": "A value is missing here, so the configuration is refused.",
    "missing-bracket": "A bracket is missing here, so the configuration is refused.",
    "missing-opening-quote":
      "This string is missing its opening quote, so the configuration is refused.",
    "missing-closing-quote":
      "This string is missing its closing quote, so the configuration is refused.",
    "missing-quotes": "This string is missing its quotes, so the configuration is refused.",
    "single-quote": "JSON strings need double quotes, so the configuration is refused.",
    "missing-comma": "A comma is missing here, so the configuration is refused.",
    "curly-quote": "These are a word processor's quotation marks, so the configuration is refused.",
    "foreign-space":
      "These spaces are a web page's, which JSON does not have, so the configuration is refused.",
    unclosed: "This is never closed, so the configuration is refused.",
    "bad-escape": "This string holds an escape that JSON does not have, so it is refused.",
    "bad-character": "This string holds a control character, so the configuration is refused.",
    large: "This is nested too deeply, or too long, to be read.",
  },
  *check({ tree, problems }, report) {
    for (const { code, span, fix } of jsonSlips(tree, problems)) {
      const fixes = fix === undefined ? [] : safeFix(fix.title, ...fix.edits);
      yield report(code, span, {}, { fixes });
    }
  },
});
