import { objectAclAction } from "../../catalog/policy/control-actions.js";
import { wandbSubjects } from "../../model/wandb/access.js";
import { removeText } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noAclPermission = defineRule({
  id: "bucket-policy/no-acl-permission",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "W&B must not have permission to change the ACLs of objects.",
  rationale:
    "Earlier versions of the W&B Terraform module requested this permission, and current versions do not. It can be used to make individual objects public.",
  certainty: "verified",
  sources: ["wandb-terraform-acl-removal", "wandb-byob"],
  messages: {
    acl: '"{action}" lets W&B make objects public. W&B no longer needs this permission.',
  },
  *check(policy, report) {
    const subjects = wandbSubjects(policy).filter(({ certainty }) => certainty === "named");
    for (const { action } of new Set(subjects.flatMap(({ statements }) => statements))) {
      for (const text of action?.items ?? []) {
        if (action === undefined || text.value?.toLowerCase() !== objectAclAction.toLowerCase()) {
          continue;
        }
        const fixes = safeFix(
          message('Remove "{action}"', { action: text.value }),
          removeText(policy, action, text),
        );
        yield report("acl", text.span, { action: text.value }, { fixes });
      }
    }
  },
});
