import { coreweavePrincipalPrefix } from "../../catalog/wandb/principals.js";
import { principalTexts } from "../../model/access/principal.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { identifyPrincipal } from "../../model/wandb/principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noNestedArn = defineRule({
  id: "coreweave-policy/no-nested-arn",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "A W&B principal must be a single ARN, not an ARN inside another ARN.",
  rationale:
    "The example in the W&B documentation already contains the start of the ARN, but the text says to replace the placeholder at its end with the complete ARN. The result does not match any principal.",
  certainty: "verified",
  sources: ["wandb-byob"],
  messages: {
    doubled:
      "This is an ARN inside another ARN. It does not match any principal, so W&B is denied access.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      for (const { text } of principalTexts(statement.principal)) {
        const identity = identifyPrincipal(text);
        if (identity.kind !== "slip" || identity.slip !== "doubled") continue;
        const arn = text.value?.slice(coreweavePrincipalPrefix.length) ?? "";
        const fixes = reviewFix(message('Keep only "{arn}"', { arn }), replaceAllOf(text, arn));
        yield report("doubled", text.span, {}, { fixes });
      }
    }
  },
});
