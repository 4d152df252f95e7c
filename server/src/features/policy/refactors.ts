import { deploymentNames } from "../../catalog/wandb/principals.js";
import { principalTexts } from "../../model/access/principal.js";
import { matchAction } from "../../model/access/statement.js";
import { delegatesToAccount, keyAccountOf } from "../../model/wandb/key-access.js";
import { replaceAllOf, addStatement, addStrings, type Change } from "../../model/policy/edits.js";
import { splitChange } from "../../model/policy/split.js";
import { type Policy } from "../../model/policy/policy.js";
import {
  collapseToWildcard,
  expandWildcard,
  type WildcardChange,
} from "../../model/policy/wildcards.js";
import { grantPermissions, missingOf } from "../../model/wandb/edits.js";
import { wandbAccess, wandbSubjects } from "../../model/wandb/access.js";
import { identifyPrincipal, principalsFor } from "../../model/wandb/principal.js";
import { wandbStatement } from "../../model/wandb/statement.js";
import { formatList } from "../../text/list.js";
import { message, type Message } from "../../text/message.js";
import { touches, type Edit, type Span } from "../../text/span.js";

/** A change to a policy that a user may ask for, whether or not anything is wrong. */
export interface PolicyRefactor {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** What can be done to the policy at a place of it. */
export function policyRefactors(policy: Policy, at: Span): readonly PolicyRefactor[] {
  if (!touches(policy.span, at)) return [];
  return [
    ...splits(policy, at),
    ...wildcards(policy, at),
    ...otherDeployments(policy, at),
    ...wandbPermissions(policy),
    ...wandbStatements(policy),
    ...administrators(policy),
  ];
}

function splits(policy: Policy, at: Span): readonly PolicyRefactor[] {
  if (policy.type !== "bucket" && policy.type !== "coreweave-bucket") return [];
  return policy.statements
    .filter(({ node }) => touches(node.span, at))
    .flatMap((statement) =>
      refactor(
        message("Split into separate statements for the bucket and its objects"),
        splitChange(policy, statement),
      ),
    );
}

/** A wildcard written out, or actions that a wildcard stands for just as well. */
function wildcards(policy: Policy, at: Span): readonly PolicyRefactor[] {
  return policy.statements.flatMap(({ action, notAction }) =>
    [action, notAction].flatMap((element) =>
      (element?.items ?? [])
        .filter(({ span }) => touches(span, at))
        .flatMap((text) => {
          if (element === undefined) return [];
          const expanded = expandWildcard(policy, element, text);
          const collapsed = collapseToWildcard(policy, element, text);
          return [
            ...(expanded === undefined ? [] : refactor(expandTitle(expanded), expanded.change)),
            ...(collapsed === undefined
              ? []
              : refactor(
                  message('Collapse {count} actions to "{pattern}"', {
                    pattern: collapsed.pattern,
                    count: String(collapsed.actions.length),
                  }),
                  collapsed.change,
                )),
          ];
        }),
    ),
  );
}

function expandTitle({ pattern, actions }: WildcardChange): Message {
  const [only = "", ...others] = actions;
  return others.length === 0
    ? message('Expand "{pattern}" to "{only}"', { pattern, only })
    : message('Expand "{pattern}" to its {count} actions', {
        pattern,
        count: String(actions.length),
      });
}

function otherDeployments(policy: Policy, at: Span): readonly PolicyRefactor[] {
  return policy.statements.flatMap(({ principal }) =>
    principalTexts(principal)
      .filter(({ text }) => touches(text.span, at))
      .flatMap(({ text }) => {
        const { kind } = identifyPrincipal(text);
        if (kind !== "wandb" && kind !== "slip" && kind !== "wandb-placeholder") return [];
        return principalsFor(policy)
          .filter(({ arn }) => arn !== text.value)
          .flatMap(({ arn, deployments }) => {
            const names = formatList(deployments.map((each) => deploymentNames[each]));
            return refactor(
              message("Use W&B's principal for {deployments}", { deployments: names }),
              [replaceAllOf(text, arn)],
            );
          });
      }),
  );
}

/** Everything that W&B lacks at once: actions, the bucket and its objects. */
function wandbPermissions(policy: Policy): readonly PolicyRefactor[] {
  return wandbAccess(policy).flatMap((access) => {
    const actions = missingOf(access, "action");
    const lacking = missingOf(access, "resource");
    if (actions.length + lacking.length === 0 || access.subject.certainty === "guess") return [];
    const { statements } = access.subject;
    const strings = statements.find(({ resource }) => resource !== undefined)?.resource;
    const place = statements.find(({ action }) => action !== undefined);
    const arns = [...new Set(lacking.map(({ on }) => access.resources[on]))];
    // What lacks its resource may also lack its action, and then both go into the same statement.
    const unnamed = lacking.filter(
      ({ essential }) =>
        place !== undefined && essential.some((action) => matchAction(place, action) === "no"),
    );
    const names = [...actions, ...unnamed].map(({ action }) => action);
    const change: Change =
      arns.length === 0
        ? grantPermissions(access, actions)
        : [
            addStrings(policy, strings, arns),
            ...(names.length > 0 ? [addStrings(policy, place?.action, names)] : []),
          ];
    return refactor(message("Add all missing W&B permissions"), change);
  });
}

function wandbStatements(policy: Policy): readonly PolicyRefactor[] {
  if (wandbSubjects(policy).some(({ certainty }) => certainty === "named")) return [];
  return principalsFor(policy).flatMap((principal) => {
    const statement = wandbStatement(policy, principal);
    const names = formatList(principal.deployments.map((each) => deploymentNames[each]));
    return statement === undefined
      ? []
      : refactor(message("Add W&B's statement for {deployments}", { deployments: names }), [
          addStatement(policy, statement),
        ]);
  });
}

function administrators(policy: Policy): readonly PolicyRefactor[] {
  if (policy.type !== "key") return [];
  const account = keyAccountOf(policy);
  if (account === undefined || delegatesToAccount(policy, account)) return [];
  return refactor(message("Allow account {account} to administer the key", { account }), [
    addStatement(policy, {
      Sid: "Administrator",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    }),
  ]);
}

function refactor(title: Message, change: Change): readonly PolicyRefactor[] {
  const edits = change.filter((edit) => edit !== undefined);
  return edits.length === change.length && edits.length > 0 ? [{ title, edits }] : [];
}
