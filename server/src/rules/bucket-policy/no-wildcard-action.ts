import { permissionsFor, wandbSubjects } from "../../model/wandb/access.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noWildcardAction = defineRule({
  id: "bucket-policy/no-wildcard-action",
  policyTypes: ["bucket"],
  severity: "hint",
  summary: "A statement for W&B must list the actions that W&B needs.",
  rationale: "W&B needs eleven actions. It does not need any others, such as deleting the bucket.",
  certainty: "verified",
  sources: ["wandb-byob"],
  messages: {
    everything: '"{action}" allows W&B more than the {count} actions that it needs.',
  },
  *check(policy, report) {
    const actions = permissionsFor(policy).map(({ action }) => action);
    for (const { identity, statements } of wandbSubjects(policy)) {
      if (identity.kind === "other" || identity.kind === "placeholder") continue;
      for (const { action } of statements) {
        const all = action?.items.find(
          ({ value }) => value === "*" || value?.toLowerCase() === "s3:*",
        );
        if (all?.value === undefined || action?.value === undefined) continue;
        const fixes = reviewFix(
          message("Replace with the actions that W&B needs"),
          policy.tree.writer.replaceValue(action.value, actions),
        );
        const data = { action: all.value, count: String(actions.length) };
        yield report("everything", all.span, data, { fixes });
      }
    }
  },
});
