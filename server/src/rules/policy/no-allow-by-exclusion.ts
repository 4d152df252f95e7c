import { defineRule } from "../rule.js";

export const noAllowByExclusion = defineRule({
  id: "policy/no-allow-by-exclusion",
  policyTypes: ["bucket", "minio", "coreweave-bucket", "key", "identity"],
  severity: "warning",
  summary: "An Allow statement must list its actions and resources.",
  rationale:
    "`NotAction` and `NotResource` allow everything that is not listed, including actions that AWS adds later and resources that are created later.",
  certainty: "documented",
  sources: ["iam-element-not-resource", "parliament-config", "access-analyzer-checks"],
  messages: {
    action:
      '"NotAction" in an Allow statement allows every action that is not listed. List the allowed actions instead.',
    resource:
      '"NotResource" in an Allow statement allows access to every resource that is not listed. List the allowed resources instead.',
  },
  *check({ type, statements }, report) {
    // Policies of administrators are written so, by AWS too.
    const severity = type === "identity" ? "info" : "warning";
    for (const { allows, notAction, notResource } of statements) {
      if (allows !== true) continue;
      if (notAction !== undefined) yield report("action", notAction.keySpan, {}, { severity });
      if (notResource !== undefined) {
        const equivalents = ["parliament:NOTRESOURCE_WITH_ALLOW"];
        yield report("resource", notResource.keySpan, {}, { severity, equivalents });
      }
    }
  },
});
