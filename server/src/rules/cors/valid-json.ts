import { dialectsWithout } from "../../catalog/cors/dialects.js";
import { jsonSlips } from "../../model/json-problems.js";
import { defineRule } from "../rule.js";
import { slipFixes } from "../slip-fixes.js";

export const validJson = defineRule({
  id: "cors/valid-json",
  dialects: dialectsWithout("s3-xml", "azure-xml", "azure-cli"),
  severity: "error",
  summary: "A CORS configuration in JSON must be strict JSON.",
  rationale:
    "Cloud tools parse the file as strict JSON and reject the entire file if it contains a comment, a trailing comma, or a curly quote from a word processor.",
  certainty: "documented",
  sources: ["s3-cors", "gcs-using-cors"],
  editorReports: "json-syntax",
  messages: {
    syntax: "This is not valid JSON, so the configuration is rejected.",
    comment: "JSON does not allow comments, so the configuration is rejected.",
    "trailing-comma": "JSON does not allow a trailing comma, so the configuration is rejected.",
    "extra-comma": "This comma has no value before it, so the configuration is rejected.",
    "missing-colon": "A colon is missing here, so the configuration is rejected.",
    "missing-value": "A value is missing here, so the configuration is rejected.",
    "missing-bracket": "A bracket is missing here, so the configuration is rejected.",
    "extra-bracket": "This bracket does not match another one, so the configuration is rejected.",
    "bad-literal": "This is not a value that JSON allows, so the configuration is rejected.",
    "extra-quote": "This quote is one too many, so the configuration is rejected.",
    "missing-opening-quote":
      "This string is missing its opening quote, so the configuration is rejected.",
    "missing-closing-quote":
      "This string is missing its closing quote, so the configuration is rejected.",
    "missing-quotes": "This string is missing its quotes, so the configuration is rejected.",
    "single-quote": "JSON requires double quotes, so the configuration is rejected.",
    "missing-comma": "A comma is missing here, so the configuration is rejected.",
    "curly-quote":
      "JSON does not allow curly quotes, so the configuration is rejected. Use straight quotes.",
    "foreign-space":
      "JSON allows only regular spaces, not special spaces from a web page, so the configuration is rejected.",
    unclosed: "This is incomplete or not closed, so the configuration is rejected.",
    "bad-escape":
      "This string contains an escape sequence that JSON does not allow, so the configuration is rejected.",
    "bad-character": "This string contains a control character, so the configuration is rejected.",
    large: "This text is too deeply nested or too large to check.",
  },
  *check({ tree, problems }, report) {
    for (const slip of jsonSlips(tree, problems)) {
      yield report(slip.code, slip.span, {}, { fixes: slipFixes(slip) });
    }
  },
});
