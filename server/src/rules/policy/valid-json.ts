import { allPolicyTypes } from "../../model/policy/policy.js";
import { jsonSlips } from "../../model/json-problems.js";
import { defineRule } from "../rule.js";
import { slipFixes } from "../slip-fixes.js";

export const validJson = defineRule({
  id: "policy/valid-json",
  policyTypes: allPolicyTypes,
  severity: "error",
  summary: "A policy must be strict JSON, without comments, trailing commas, or curly quotes.",
  rationale:
    "AWS parses a policy as strict JSON and rejects the entire policy if it contains a single syntax error.",
  certainty: "documented",
  sources: ["iam-policy-grammar", "s3-bucket-policies"],
  equivalents: ["access-analyzer:JSON_SYNTAX_ERROR"],
  editorReports: "json-syntax",
  messages: {
    syntax: "This is not valid JSON, so the policy is rejected.",
    "not-an-object":
      'This is not a JSON object with a "Statement" element, so the policy is rejected.',
    comment: "JSON does not allow comments, so the policy is rejected.",
    "trailing-comma": "JSON does not allow a trailing comma, so the policy is rejected.",
    "extra-comma": "This comma has no value before it, so the policy is rejected.",
    "missing-colon": "A colon is missing here, so the policy is rejected.",
    "missing-value": "A value is missing here, so the policy is rejected.",
    "missing-bracket": "A bracket is missing here, so the policy is rejected.",
    "extra-bracket": "This bracket does not match another one, so the policy is rejected.",
    "bad-literal": "This is not a value that JSON allows, so the policy is rejected.",
    "extra-quote": "This quote is one too many, so the policy is rejected.",
    "missing-opening-quote": "This string is missing its opening quote, so the policy is rejected.",
    "missing-closing-quote": "This string is missing its closing quote, so the policy is rejected.",
    "missing-quotes": "This string is missing its quotes, so the policy is rejected.",
    "single-quote": "JSON requires double quotes, so the policy is rejected.",
    "missing-comma": "A comma is missing here, so the policy is rejected.",
    "curly-quote":
      "JSON does not allow curly quotes, so the policy is rejected. Use straight quotes.",
    "foreign-space":
      "JSON allows only regular spaces, not special spaces from a web page, so the policy is rejected.",
    unclosed: "This is incomplete or not closed, so the policy is rejected.",
    "bad-escape":
      "This string contains an escape sequence that JSON does not allow, so the policy is rejected.",
    "bad-character": "This string contains a control character, so the policy is rejected.",
    large: "This text is too deeply nested or too large to check.",
  },
  *check({ tree, problems, root, head }, report) {
    const held = tree.root?.kind ?? "unknown";
    if (root === undefined && problems.length === 0 && held !== "unknown") {
      yield report("not-an-object", head, {});
    }
    for (const slip of jsonSlips(tree, problems)) {
      yield report(slip.code, slip.span, {}, { fixes: slipFixes(slip) });
    }
  },
});
