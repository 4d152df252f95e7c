import { analyzerEquivalents } from "../../catalog/policy/access-analyzer.js";
import {
  rolesAnywhereActions,
  rolesAnywherePrincipal,
} from "../../catalog/policy/service-principals.js";
import { principalItems } from "../../model/policy/condition-provider.js";
import { matches } from "../../model/policy/pattern.js";
import { quotedList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireRolesAnywhereActions = defineRule({
  id: "trust-policy/require-roles-anywhere-actions",
  severity: "warning",
  summary: "A role for IAM Roles Anywhere must allow all three actions that the service needs.",
  rationale:
    "The service sets the source identity and session tags when it assumes the role. Without permission for all three actions, no session starts.",
  certainty: "documented",
  sources: ["access-analyzer:MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY"],
  equivalents: analyzerEquivalents("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY"),
  acrossStatements: true,
  messages: {
    missing: '"{service}" cannot start a session unless this policy also allows {actions}.',
  },
  *check(policy, report) {
    const granting = policy.statements.filter(
      ({ allows, principal }) =>
        allows === true &&
        principalItems(principal?.entries ?? [], "Service").some(
          ({ value }) => value === rolesAnywherePrincipal,
        ),
    );
    const [first] = granting;
    const action = first?.action;
    if (action === undefined || granting.some(({ notAction }) => notAction !== undefined)) return;
    if (granting.some((each) => each.action?.unknown === true)) return;
    const granted = granting.flatMap((each) => each.action?.items ?? []);
    const missing = rolesAnywhereActions.filter(
      (needed) =>
        !granted.some(
          ({ value }) => value !== undefined && matches(value, needed, { ignoreCase: true }),
        ),
    );
    if (missing.length === 0) return;
    const actions = quotedList(missing);
    const { writer } = policy.tree;
    const edit =
      action.list === undefined
        ? action.value &&
          writer.replaceValue(action.value, [
            ...action.items.flatMap(({ value }) => value ?? []),
            ...missing,
          ])
        : writer.appendItems(action.list, missing);
    yield report(
      "missing",
      action.keySpan,
      { service: rolesAnywherePrincipal, actions },
      {
        fixes: reviewFix(message("Add {actions}", { actions }), edit),
      },
    );
  },
});
