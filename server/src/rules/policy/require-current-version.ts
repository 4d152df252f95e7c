import { misspells } from "../../model/policy/misspelled.js";
import { policyVersions } from "../../catalog/policy/grammar.js";
import { statementPolicyTypes, isUnknown, type Policy } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

const [current, old] = policyVersions;

export const requireCurrentVersion = defineRule({
  id: "policy/require-current-version",
  policyTypes: statementPolicyTypes,
  severity: "warning",
  summary: "A policy must have the Version `2012-10-17`.",
  rationale:
    "Without it, AWS uses the 2008 version of the policy language, in which variables are plain text. CoreWeave requires `2012-10-17`, and AWS rejects unknown versions.",
  certainty: "documented",
  sources: ["iam-element-version", "access-analyzer-checks", "parliament-config"],
  acrossStatements: true,
  messages: {
    absent:
      'This policy has no "Version", so the 2008 version of the policy language applies, in which variables are plain text.',
    required: 'This policy has no "Version", which CoreWeave requires.',
    unknown:
      '"{version}" is not a valid version of the policy language, so the policy is rejected.',
    old: '"{version}" is the 2008 version of the policy language, in which variables are plain text.',
  },
  *check(policy, report) {
    const { type, root, version, head, tree } = policy;
    if (root === undefined) return;
    // With variables in it, the policy would come to mean something else.
    const isAffected = hasVariables(policy);
    const fix = isAffected ? reviewFix : safeFix;
    const milder = isAffected ? "warning" : "info";
    if (version === undefined) {
      if (misspells(root, "policy", "Version")) return;
      const key = type === "coreweave-bucket" ? "required" : "absent";
      const insert = tree.writer.insertMembers(root, { Version: current });
      yield report(
        key,
        head,
        {},
        {
          severity: key === "required" ? "error" : milder,
          equivalents: ["access-analyzer:MISSING_VERSION", "parliament:NO_VERSION"],
          fixes: fix(message('Add "Version": "{current}"', { current }), insert),
        },
      );
      return;
    }
    const { value } = version;
    if (value?.kind !== "string" || value.value === current || isUnknown(value)) return;
    const isOld = value.value === old;
    const fixes = (isOld ? fix : safeFix)(
      message('Replace with "{current}"', { current }),
      tree.writer.replaceValue(value, current),
    );
    yield isOld
      ? report(
          "old",
          value.span,
          { version: value.value },
          {
            severity: type === "coreweave-bucket" ? "warning" : milder,
            equivalents: ["parliament:OLD_VERSION", "cfn-lint:W2511"],
            fixes,
          },
        )
      : report(
          "unknown",
          value.span,
          { version: value.value },
          {
            severity: "error",
            equivalents: ["access-analyzer:INVALID_VERSION"],
            fixes,
          },
        );
  },
});

function hasVariables({ statements }: Policy): boolean {
  return statements.some(
    ({ resource, notResource, conditions }) =>
      [resource, notResource].some((each) =>
        each?.items.some(({ value }) => value?.includes("${") === true),
      ) ||
      conditions.some(({ values }) =>
        values.some((value) => value.kind === "string" && value.value.includes("${")),
      ),
  );
}
