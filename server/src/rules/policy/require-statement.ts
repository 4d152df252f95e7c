import { misspells } from "../../model/policy/misspelled.js";
import { statementPolicyTypes } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const requireStatement = defineRule({
  id: "policy/require-statement",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A policy must contain at least one statement.",
  rationale:
    "AWS rejects a policy without statements, so you cannot use an empty list to allow nothing.",
  certainty: "documented",
  sources: ["iam-policy-elements", "access-analyzer-checks"],
  equivalents: ["access-analyzer:MISSING_STATEMENT"],
  messages: {
    absent: 'This policy has no "Statement", so it is rejected.',
    empty: '"Statement" is empty, so the policy is rejected.',
  },
  *check({ root, statement, head }, report) {
    if (root === undefined) return;
    const value = statement?.value;
    if (statement === undefined) {
      if (!misspells(root, "policy", "Statement")) yield report("absent", head, {});
    } else if (value?.kind === "array" && value.items.length === 0) {
      yield report("empty", statement.keySpan, {});
    }
  },
});
