import { wandbServiceAccounts } from "../../catalog/google-iam/roles.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownWandbAccount = defineRule({
  id: "google-iam/known-wandb-account",
  severity: "error",
  summary: "A member that nearly matches a W&B service account must match it exactly.",
  rationale:
    "Google rejects a service account that does not exist, and a binding for any other account does not give W&B access.",
  certainty: "documented",
  sources: ["wandb-byob"],
  messages: {
    near: '"{account}" is not a W&B service account, so this does not give W&B access. Did you mean "{known}"?',
  },
  *check({ bindings }, report) {
    for (const { members } of bindings) {
      for (const { value, content, span, holes } of members) {
        const [, kind = "", account = ""] = /^(serviceAccount:)?(.*)$/s.exec(value) ?? [];
        if (holes.length > 0 || !/wandb/i.test(account)) continue;
        if (wandbServiceAccounts.value.includes(account)) continue;
        const known = nearest(account, wandbServiceAccounts.value);
        if (known === undefined || !isNear(account, known)) continue;
        const title = message('Replace with "{known}"', { known });
        const edit = replaceText(content, kind.length, value.length, known);
        yield report("near", span, { account, known }, { fixes: reviewFix(title, edit) });
      }
    }
  },
});

/** Whether it is a slip in one of the two halves: a project may have many accounts. */
function isNear(account: string, known: string): boolean {
  const [name = "", project = ""] = account.split("@");
  const [knownName = "", knownProject = ""] = known.split("@");
  const isClose = (one: string, other: string): boolean =>
    one === other || nearest(one, [other]) !== undefined;
  return isClose(name, knownName) && isClose(project, knownProject);
}
