import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferCwPrincipalKey = defineRule({
  id: "coreweave-policy/prefer-cw-principal-key",
  policyTypes: ["coreweave-bucket"],
  severity: "info",
  summary: "CoreWeave principals must have the principal type `CW`.",
  rationale:
    "The W&B documentation uses `CW` for W&B's principals. Some CoreWeave examples use `AWS`, but no documentation states that the two are equivalent.",
  certainty: "uncertain",
  sources: ["wandb-byob", "coreweave-bucket-policies"],
  messages: {
    aws: 'The W&B documentation uses the principal type "CW" for CoreWeave principals, not "AWS".',
  },
  *check(policy, report) {
    for (const { principal } of policy.statements) {
      for (const { key, member, keySpan, items } of principal?.entries ?? []) {
        if (key !== "AWS" || items.every(({ value }) => value === "*")) continue;
        const taken = principal?.entries.some((entry) => entry.key === "CW") === true;
        const renamed = taken ? undefined : policy.tree.writer.renameKey(member, "CW");
        yield report("aws", keySpan, {}, { fixes: safeFix(message('Replace with "CW"'), renamed) });
      }
    }
  },
});
