import { coreweavePrincipalPrefix } from "../../catalog/wandb/principals.js";
import { byobPage } from "../../catalog/wandb/sources.js";
import { principalTexts } from "../../model/access/principal.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { identifyPrincipal } from "../../model/wandb/principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noNestedArn = defineRule({
  id: "coreweave-policy/no-nested-arn",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "W&B's principal must be written once, not as an ARN within an ARN.",
  rationale:
    "W&B's page shows the start of the ARN in its example and the whole ARN as the replacement for the " +
    "placeholder at its end. Put together they name nobody.",
  certainty: "verified",
  sources: [byobPage],
  messages: {
    doubled: "This is an ARN within an ARN, which names nobody, so W&B gets no access.",
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      for (const { text } of principalTexts(statement.principal)) {
        const identity = identifyPrincipal(text);
        if (identity.kind !== "slip" || identity.slip !== "doubled") continue;
        const arn = text.value?.slice(coreweavePrincipalPrefix.length) ?? "";
        const fixes = reviewFix(
          message('Collapse it to "{arn}"', { arn }),
          replaceAllOf(text, arn),
        );
        yield report("doubled", text.span, {}, { fixes });
      }
    }
  },
});
