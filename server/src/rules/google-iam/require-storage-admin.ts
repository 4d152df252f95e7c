import { objectRoles, wandbRole, wandbServiceAccounts } from "../../catalog/google-iam/roles.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireStorageAdmin = defineRule({
  id: "google-iam/require-storage-admin",
  severity: "warning",
  summary: "The W&B service account must have `roles/storage.admin` on the bucket.",
  rationale:
    "In addition to the objects, W&B reads the bucket's CORS configuration and versioning setting. Object roles do not include access to the bucket itself, so W&B's checks fail with HTTP 403.",
  certainty: "documented",
  sources: ["wandb-byob", "gcs-iam-roles"],
  messages: {
    role: 'W&B needs "roles/storage.admin" on the bucket, but "{role}" does not include access to its CORS configuration and versioning setting.',
  },
  *check({ bindings }, report) {
    const isOfWandb = (member: string): boolean =>
      wandbServiceAccounts.value.includes(member.replace(/^serviceAccount:/, ""));
    const whole = new Set(
      bindings
        .filter(({ role }) => role.value === wandbRole.value)
        .flatMap(({ members }) => members.map(({ value }) => value)),
    );
    for (const { role, members } of bindings) {
      // Another role may be one of the user's own.
      if (!objectRoles.includes(role.value)) continue;
      if (!members.some(({ value }) => isOfWandb(value) && !whole.has(value))) continue;
      const isWritten = role.content.value === role.value;
      const edit = isWritten
        ? replaceText(role.content, 0, role.value.length, wandbRole.value)
        : undefined;
      const title = message('Use "{role}"', { role: wandbRole.value });
      yield report("role", role.span, { role: role.value }, { fixes: reviewFix(title, edit) });
    }
  },
});
