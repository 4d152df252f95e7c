import { byobPage, coreweaveBucketPolicies } from "../../catalog/wandb/sources.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferCwPrincipalKey = defineRule({
  id: "coreweave-policy/prefer-cw-principal-key",
  policyTypes: ["coreweave-bucket"],
  severity: "info",
  summary: 'Principals of CoreWeave must stand under "CW".',
  rationale:
    'W&B\'s page names its principal under "CW". CoreWeave\'s own examples also have "AWS", and no page ' +
    "says that both mean the same.",
  certainty: "uncertain",
  sources: [byobPage, coreweaveBucketPolicies],
  messages: {
    aws: 'W&B\'s page names principals of CoreWeave under "CW", not "AWS".',
  },
  *check(policy, report) {
    for (const { principal } of policy.statements) {
      for (const { key, member, keySpan, items } of principal?.entries ?? []) {
        if (key !== "AWS" || items.every(({ value }) => value === "*")) continue;
        const taken = principal?.entries.some((entry) => entry.key === "CW") === true;
        const renamed = taken ? undefined : policy.tree.writer.renameKey(member, "CW");
        yield report("aws", keySpan, {}, { fixes: safeFix(message('Write "CW"'), renamed) });
      }
    }
  },
});
