import { straysInDrafts } from "../../catalog/wandb/principals.js";
import { principalTexts } from "../../model/access/principal.js";
import { readArn } from "../../model/policy/arn.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { identifyPrincipal } from "../../model/wandb/principal.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const validPrincipalOrganization = defineRule({
  id: "coreweave-policy/valid-principal-organization",
  policyTypes: ["coreweave-bucket"],
  severity: "error",
  summary: "A principal must contain the ID of your own CoreWeave organization.",
  rationale:
    "A draft of the W&B documentation contained the ID of another organization in place of your own. If you copied it, all users in that organization have access to the bucket. CoreWeave organization IDs are short and hexadecimal.",
  certainty: "verified",
  sources: ["wandb-org-id-correction", "coreweave-bucket-policies"],
  messages: {
    stray:
      '"{id}" is the ID of another organization, from a draft of the W&B documentation. Use the ID of your own organization.',
    shape: '"{id}" is not a valid CoreWeave organization ID. These IDs are short and hexadecimal.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      if (statement.allows !== true) continue;
      for (const { text } of principalTexts(statement.principal)) {
        const arn = readArn(text.value ?? "");
        if (arn?.service.value !== "iam") continue;
        const id = arn.account.value;
        const isStray = straysInDrafts.includes(id.toLowerCase());
        if (isStray) {
          const fixed = `${arn.text.slice(0, arn.account.start)}<cw-storage-org-id>${arn.text.slice(arn.account.end)}`;
          const fixes = reviewFix(
            message("Replace with a placeholder for your own organization ID"),
            replaceAllOf(text, fixed),
          );
          yield report("stray", text.span, { id }, { fixes });
        } else if (identifyPrincipal(text).kind === "wandb") {
          // Another rule tells W&B's principals apart.
          continue;
        } else if (!text.partial && id !== "" && id !== "wandb" && id !== "*" && !isShortHex(id)) {
          yield report("shape", text.span, { id }, { severity: "info" });
        }
      }
    }
  },
});

function isShortHex(id: string): boolean {
  return id.length <= 8 && /^[0-9a-f]+$/.test(id);
}
