import {
  accessAnalyzerChecks,
  notResourceElement,
  parliamentConfig,
} from "../../catalog/policy/sources.js";
import { defineRule } from "../rule.js";

export const noAllowByExclusion = defineRule({
  id: "policy/no-allow-by-exclusion",
  severity: "warning",
  summary: "A statement that allows must name its actions and resources.",
  rationale:
    "With NotAction or NotResource it allows all others, also those that AWS adds later and resources that nobody thought of.",
  certainty: "documented",
  sources: [notResourceElement, parliamentConfig, accessAnalyzerChecks],
  messages: {
    action: 'With "NotAction" this allows every action but the listed ones.',
    resource: 'With "NotResource" this allows access to everything but the listed resources.',
  },
  *check({ type, statements }, report) {
    if (type === "coreweave-organization" || type === "trust") return;
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
