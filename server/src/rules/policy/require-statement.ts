import { accessAnalyzerChecks, policyElements } from "../../catalog/policy/sources.js";
import { defineRule } from "../rule.js";

export const requireStatement = defineRule({
  id: "policy/require-statement",
  severity: "error",
  summary: "A policy must hold at least one statement.",
  rationale: "AWS refuses a policy without statements; one can not allow nothing by an empty list.",
  certainty: "documented",
  sources: [policyElements, accessAnalyzerChecks],
  equivalents: ["access-analyzer:MISSING_STATEMENT"],
  messages: {
    absent: 'This policy has no "Statement", so it is refused.',
    empty: 'This "Statement" is empty, so the policy is refused.',
  },
  *check({ type, root, statement, head }, report) {
    if (root === undefined || type === "coreweave-organization") return;
    const value = statement?.value;
    if (statement === undefined) yield report("absent", head, {});
    else if (value?.kind === "array" && value.items.length === 0) {
      yield report("empty", statement.keySpan, {});
    }
  },
});
