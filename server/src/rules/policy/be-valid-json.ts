import { policyGrammar, bucketPolicies } from "../../catalog/policy-sources.js";
import { type Policy } from "../../model/policy.js";
import { type Problem } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { type Edit, type Span } from "../../text/span.js";
import { defineRule, safeFix } from "../rule.js";

export const beValidJson = defineRule({
  id: "policy/be-valid-json",
  severity: "error",
  summary: "A policy must be strict JSON: no comments, no trailing commas, straight quotes.",
  rationale: "AWS reads a policy as strict JSON and refuses all of it for one character too many.",
  certainty: "documented",
  sources: [policyGrammar, bucketPolicies],
  equivalents: ["access-analyzer:JSON_SYNTAX_ERROR"],
  messages: {
    syntax: "This can not be read, so the policy is refused.",
    comment: "Policies have no comments, so this one is refused.",
    "trailing-comma": "Nothing follows this comma, so the policy is refused.",
    "missing-comma": "A comma is missing here, so the policy is refused.",
    "curly-quote": "These are a word processor's quotation marks, so the policy is refused.",
    unclosed: "This is never closed, so the policy is refused.",
    "bad-escape": "This string holds an escape that JSON does not have, so the policy is refused.",
    "bad-character": "This string holds a control character, so the policy is refused.",
    large: "This is nested too deeply, or too long, to be read.",
  },
  *check(policy, report) {
    for (const problem of policy.problems) {
      const { code } = problem;
      const key = code === "too-deep" || code === "too-large" ? "large" : code;
      yield report(key, placeOf(problem), {}, { fixes: fixesOf(policy, problem) });
    }
  },
});

/** A comment may run over several lines; a finding stays on one. */
function placeOf({ code, span }: Problem): Span {
  return code === "comment" ? { start: span.start, end: span.start + 2 } : span;
}

function fixesOf(policy: Policy, { code, span }: Problem): ReturnType<typeof safeFix> {
  switch (code) {
    case "comment":
      return safeFix(message("Remove the comment"), { span, newText: "" });
    case "trailing-comma":
      return safeFix(message("Remove the comma"), { span, newText: "" });
    case "missing-comma":
      return safeFix(message("Insert a comma"), { span, newText: "," });
    case "curly-quote":
      return safeFix(message("Use straight quotes"), ...straighten(policy, span));
    default:
      return [];
  }
}

/** Both marks of a word, or only the first where the other one is straight already. */
function straighten({ source }: Policy, { start, end }: Span): readonly Edit[] {
  const [only] = source?.segments ?? [];
  if (source === undefined || only === undefined || source.segments.length !== 1) return [];
  const last = source.value.charAt(end - 1 - only.documentAt + only.at);
  const edits = [{ span: { start, end: start + 1 }, newText: '"' }];
  if (end - start > 1 && "“”„‟‘’".includes(last)) {
    edits.push({ span: { start: end - 1, end }, newText: '"' });
  }
  return edits;
}
