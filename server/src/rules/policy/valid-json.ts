import { policyGrammar, bucketPolicies } from "../../catalog/policy/sources.js";
import { jsonSlips } from "../../model/json-problems.js";
import { defineRule, safeFix } from "../rule.js";

export const validJson = defineRule({
  id: "policy/valid-json",
  severity: "error",
  summary: "A policy must be strict JSON: no comments, no trailing commas, straight quotes.",
  rationale: "AWS reads a policy as strict JSON and refuses all of it for one character too many.",
  certainty: "documented",
  sources: [policyGrammar, bucketPolicies],
  equivalents: ["access-analyzer:JSON_SYNTAX_ERROR"],
  editorReports: "json-syntax",
  messages: {
    syntax: "This can not be read, so the policy is refused.",
    "not-an-object": "A policy is an object with a Statement, so this is refused.",
    comment: "Policies have no comments, so this one is refused.",
    "trailing-comma": "Nothing follows this comma, so the policy is refused.",
    "extra-comma": "Nothing stands before this comma, so the policy is refused.",
    "missing-colon": "A colon is missing here, so the policy is refused.",
    "missing-value": "A value is missing here, so the policy is refused.",
    "missing-bracket": "A bracket is missing here, so the policy is refused.",
    "missing-opening-quote": "This string is missing its opening quote, so the policy is refused.",
    "missing-closing-quote": "This string is missing its closing quote, so the policy is refused.",
    "missing-quotes": "This string is missing its quotes, so the policy is refused.",
    "single-quote": "JSON strings need double quotes, so the policy is refused.",
    "missing-comma": "A comma is missing here, so the policy is refused.",
    "curly-quote": "These are a word processor's quotation marks, so the policy is refused.",
    "foreign-space":
      "These spaces are a web page's, which JSON does not have, so the policy is refused.",
    unclosed: "This is never closed, so the policy is refused.",
    "bad-escape": "This string holds an escape that JSON does not have, so the policy is refused.",
    "bad-character": "This string holds a control character, so the policy is refused.",
    large: "This is nested too deeply, or too long, to be read.",
  },
  *check({ tree, problems, root, head }, report) {
    const held = tree.root?.kind ?? "unknown";
    if (root === undefined && problems.length === 0 && held !== "unknown") {
      yield report("not-an-object", head, {});
    }
    for (const { code, span, fix } of jsonSlips(tree, problems)) {
      const fixes = fix === undefined ? [] : safeFix(fix.title, ...fix.edits);
      yield report(code, span, {}, { fixes });
    }
  },
});
