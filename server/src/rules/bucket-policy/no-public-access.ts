import { readActions } from "../../catalog/policy/control-actions.js";
import { byobPage, iamPrincipal } from "../../catalog/wandb/sources.js";
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
  summary: "A bucket for W&B must not be open to everybody.",
  rationale:
    "Everybody on the internet, without an account, may do what the statement allows. Bucket owners pay, and " +
    "training data leak. A website's bucket, which everybody may read, is another matter.",
  certainty: "documented",
  sources: [iamPrincipal, byobPage],
  equivalents: ["checkov:CKV_AWS_70"],
  acrossStatements: true,
  messages: {
    open: "Everybody on the internet may do this, with no account and no condition.",
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
              message('Allow it to "{arn}" only', { arn: known.arn }),
              replaceEveryone(policy, statement, known.arn),
            );
      yield report("open", span, {}, isForWandb ? { fixes } : { severity: "info", fixes });
    }
  },
});
