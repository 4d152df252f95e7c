import { controlActions, dataActions } from "../../catalog/policy/control-actions.js";
import { principalTexts } from "../../model/access/principal.js";
import { matches } from "../../model/policy/pattern.js";
import { type Policy, type Statement, type Strings, type Text } from "../../model/policy/policy.js";
import { permissionsFor } from "../../model/wandb/access.js";
import { removeText, replaceAllOf, addStrings } from "../../model/policy/edits.js";
import { identifyPrincipal } from "../../model/wandb/principal.js";
import { remember } from "../../text/memo.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix, type Fix } from "../rule.js";

export const noPermissionsManagement = defineRule({
  id: "bucket-policy/no-permissions-management",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "W&B must not have permission to change who can access the bucket.",
  rationale:
    "Anyone who can change the policy or ACL of a bucket can grant every other permission to themselves or to anyone else. W&B does not need these permissions.",
  certainty: "inferred",
  sources: ["wandb-byob", "iam-policy-evaluation"],
  equivalents: ["parliament:RESOURCE_POLICY_PRIVILEGE_ESCALATION"],
  messages: {
    wandb:
      '"{action}" lets W&B change who can access the bucket. W&B does not need this permission.',
    escalation:
      'With "{action}", this principal can grant itself permissions that it does not have here.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      const { action } = statement;
      if (statement.allows !== true || action === undefined) continue;
      const handsOver = action.items.filter(isControl);
      if (handsOver.length === 0) continue;
      const forWandb = isForWandb(statement);
      const hasData = dataActions.some((known) => action.items.some((item) => allows(item, known)));
      // A service of AWS does what it is made for, and nothing for itself.
      const isPerson = statement.principal?.entries.some(({ key }) => key === "AWS") === true;
      if (!forWandb && (!isPerson || hasData || action.unknown)) continue;
      for (const text of handsOver) {
        const name = text.value ?? "";
        const fixes = forWandb ? withoutControl(policy, action, text) : [];
        yield report(forWandb ? "wandb" : "escalation", text.span, { action: name }, { fixes });
      }
    }
  },
});

function isForWandb({ principal }: Statement): boolean {
  return principalTexts(principal).some(({ text }) => {
    const { kind } = identifyPrincipal(text);
    return kind === "wandb" || kind === "slip" || kind === "wandb-placeholder";
  });
}

/** Takes an action away, but for what W&B needs of it. */
function withoutControl(policy: Policy, action: Strings, text: Text): readonly Fix[] {
  const name = text.value ?? "";
  const others = action.items.filter((item) => item !== text);
  const [first, ...more] = permissionsFor(policy)
    .map((permission) => permission.action)
    .filter((needed) => allows(text, needed) && !others.some((item) => allows(item, needed)));
  if (first === undefined) {
    return safeFix(
      message('Remove "{action}"', { action: name }),
      removeText(policy, action, text),
    );
  }
  const added = more.length > 0 ? [addStrings(policy, action, more)] : [];
  return safeFix(
    message("Allow only the actions that W&B needs"),
    replaceAllOf(text, first),
    ...added,
  );
}

/** Everything at once is another matter: it is meant to be an administrator's. */
function isControl({ value, partial }: Text): boolean {
  return value !== undefined && !partial && allowsControl(value);
}

const allowsControl = remember(
  (action) =>
    !/^(?:s3:)?\*$/i.test(action) &&
    controlActions.some((known) => matches(action, known, { ignoreCase: true })),
);

function allows({ value = "" }: Text, action: string): boolean {
  return matches(value, action, { ignoreCase: true });
}
