import { straysInDrafts } from "../../catalog/wandb/principals.js";
import { coreweaveBucketPolicies, orgIdCorrection } from "../../catalog/wandb/sources.js";
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
  summary: "The organisation in a principal must be one's own in CoreWeave.",
  rationale:
    "A draft of W&B's page had a stranger's organisation where one's own belongs. Whoever copied it lets " +
    "all of that organisation's users into the bucket. CoreWeave's ids are short and hexadecimal.",
  certainty: "verified",
  sources: [orgIdCorrection, coreweaveBucketPolicies],
  messages: {
    stray: "\"{id}\" is a stranger's organisation from a draft of W&B's page.",
    shape: '"{id}" is no organisation of CoreWeave\'s: its ids are short and hexadecimal.',
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
            message("Leave a place for your own organisation's id"),
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
