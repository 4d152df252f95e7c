import { readActions } from "../../catalog/policy/control-actions.js";
import { principalOf } from "../../model/wandb/principal.js";
import { everyoneIn } from "../../model/access/public-access.js";
import { isLikeWandbs, wandbSubjects } from "../../model/wandb/access.js";
import { replaceEveryone } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noPublicAccess = defineRule({
  id: "bucket-policy/no-public-access",
  policyTypes: ["bucket"],
  severity: "error",
  summary: "A bucket for W&B must not be public.",
  rationale:
    "Anyone on the internet can do what the statement allows, without an account. The bucket owner pays for the requests, and training data can leak. A bucket that only grants public read access and has no statement for W&B, such as a website bucket, is not reported.",
  certainty: "documented",
  sources: ["iam-element-principal", "wandb-byob"],
  equivalents: ["checkov:CKV_AWS_70"],
  acrossStatements: true,
  messages: {
    open: "Anyone on the internet can do what this statement allows, because no condition restricts it.",
  },
  *check(policy, report, { deployment }) {
    const namesWandb = wandbSubjects(policy).some(({ certainty }) => certainty === "named");
    const known = principalOf(policy, deployment);
    for (const statement of policy.statements) {
      const span = everyoneIn(statement);
      if (span === undefined) continue;
      const isForWandb = namesWandb || isLikeWandbs(policy, statement);
      const onlyRead =
        statement.action?.items.every(({ value = "" }) =>
          readActions.includes(value.toLowerCase()),
        ) === true;
      if (!isForWandb && onlyRead) continue;
      const fixes =
        known === undefined
          ? []
          : reviewFix(
              message('Allow only "{arn}"', { arn: known.arn }),
              replaceEveryone(policy, statement, known.arn),
            );
      yield report("open", span, {}, isForWandb ? { fixes } : { severity: "info", fixes });
    }
  },
});
