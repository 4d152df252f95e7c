import { crossAccountKeyActions } from "../../catalog/policy/key-actions.js";
import { principalTexts } from "../../model/access/principal.js";
import { matches } from "../../model/policy/pattern.js";
import { type Statement } from "../../model/policy/policy.js";
import { removeText } from "../../model/policy/edits.js";
import { identifyPrincipal } from "../../model/wandb/principal.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noIneffectiveAction = defineRule({
  id: "key-policy/no-ineffective-action",
  severity: "hint",
  summary: "A statement for W&B must allow only actions that KMS accepts from another account.",
  rationale:
    "KMS lets other accounts use a key but not manage it, so other actions have no effect for the W&B account.",
  certainty: "documented",
  sources: ["kms-cross-account"],
  messages: {
    dead: '"{action}" has no effect for W&B because KMS accepts it only from the key\'s own account.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const { action } = statement;
      if (statement.allows !== true || action === undefined || !isOnlyForWandb(statement)) continue;
      for (const text of action.items) {
        const { value, partial } = text;
        if (value === undefined || partial) continue;
        const works = crossAccountKeyActions.some((known) =>
          matches(value, known, { ignoreCase: true }),
        );
        if (works || !value.toLowerCase().startsWith("kms:")) continue;
        const fixes = safeFix(
          message('Remove "{action}"', { action: value }),
          removeText(policy, action, text),
        );
        yield report("dead", text.span, { action: value }, { fixes, unnecessary: true });
      }
    }
  },
});

function isOnlyForWandb({ principal }: Statement): boolean {
  const named = principalTexts(principal);
  return named.length > 0 && named.every(({ text }) => identifyPrincipal(text).kind === "wandb");
}
