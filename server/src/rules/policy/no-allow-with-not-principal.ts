import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import { defineRule } from "../rule.js";

export const noAllowWithNotPrincipal = defineRule({
  id: "policy/no-allow-with-not-principal",
  policyTypes: ["bucket", "minio", "coreweave-bucket", "key", "identity"],
  severity: "warning",
  summary: "An Allow statement must use `Principal`, not `NotPrincipal`.",
  rationale:
    "`NotPrincipal` in an Allow statement grants access to every principal that is not listed, including anonymous users.",
  certainty: "documented",
  sources: ["access-analyzer:ALLOW_WITH_NOT_PRINCIPAL"],
  equivalents: [
    ...analyzerEquivalents("ALLOW_WITH_NOT_PRINCIPAL"),
    "parliament:NOTPRINCIPAL_WITH_ALLOW",
  ],
  messages: {
    everyoneElse:
      '"NotPrincipal" in an Allow statement grants access to every principal that is not listed, including anonymous users.',
  },
  *check(policy, report) {
    // A trust policy takes no NotPrincipal at all, which another rule says.
    for (const { allows, notPrincipal } of policy.statements) {
      if (allows === true && notPrincipal !== undefined) {
        yield report("everyoneElse", notPrincipal.keySpan, {});
      }
    }
  },
});
