import { misspells } from "../../model/policy/misspelled.js";
import { statementPolicyTypes } from "../../model/policy/policy.js";
import { defineRule } from "../rule.js";

export const requireAction = defineRule({
  id: "policy/require-action",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A statement must have `Action` or `NotAction`.",
  rationale: "AWS rejects a statement that does not specify what it allows or denies.",
  certainty: "documented",
  sources: ["iam-policy-elements", "access-analyzer-checks"],
  equivalents: ["access-analyzer:MISSING_ACTION"],
  messages: {
    absent: 'This statement has no "Action", so the policy is rejected.',
  },
  *check({ statements }, report) {
    for (const { node, head, action, notAction } of statements) {
      if (action !== undefined || notAction !== undefined) continue;
      if (misspells(node, "statement", "Action", "NotAction")) continue;
      yield report("absent", head, {});
    }
  },
});
