import { credentialActions } from "../../catalog/policy/identity-risks.js";
import { isAdministrators, openActions } from "../../model/policy/open-grant.js";
import { includesAction } from "../../model/policy/action-match.js";
import { defineRule } from "../rule.js";

export const noCredentialsExposure = defineRule({
  id: "identity-policy/no-credentials-exposure",
  severity: "hint",
  summary:
    "Permission for an action that returns credentials must be limited to specific resources.",
  rationale: "Anyone who gets the credentials of another principal also gets its permissions.",
  certainty: "documented",
  sources: ["parliament-credentials-exposure"],
  equivalents: ["parliament:CREDENTIALS_EXPOSURE"],
  acrossStatements: true,
  messages: {
    revealed:
      '"{action}" returns credentials, and this policy does not restrict whose credentials it can return.',
  },
  *check(policy, report) {
    if (isAdministrators(policy)) return;
    for (const named of openActions(policy)) {
      const { action, text } = named;
      // What a whole service allows is another matter.
      if (action.name === "*") continue;
      const revealing = credentialActions.find((each) => includesAction(named, each));
      if (revealing !== undefined) yield report("revealed", text.span, { action: revealing });
    }
  },
});
