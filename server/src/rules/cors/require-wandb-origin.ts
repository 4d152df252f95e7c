import { corsSources } from "../../catalog/cors/sources.js";
import { addItems, addRule } from "../../model/cors/edits.js";
import { allowsOrigin } from "../../model/cors/match.js";
import { knownOrigins, wandbRule, wandbTargets } from "../../model/cors/needs.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireWandbOrigin = defineRule({
  id: "cors/require-wandb-origin",
  severity: "warning",
  summary: "Some rule must allow the origin of the W&B front end.",
  rationale:
    "The browser sends the page's origin with every request, and refuses the answer when the storage does not name that origin or `*`. On Multi-tenant Cloud the origin is `https://wandb.ai`, elsewhere the deployment's own host.",
  certainty: "documented",
  sources: [corsSources.wandbOrigins, corsSources.wandbByob, corsSources.s3Cors],
  messages: {
    uncovered: 'No rule allows "{origin}", so the browser stops every request from W&B.',
  },
  *check(cors, report, profile) {
    if (cors.partial) return;
    for (const origin of knownOrigins(profile)) {
      const isCovered = cors.rules.some(
        (rule) => allowsOrigin(rule, origin, cors.storage, "lenient") !== "no",
      );
      const rule = wandbTargets(cors, { ...profile, origins: [origin] })[0]?.rule;
      if (isCovered || rule?.origins === undefined || rule.origins.items.length === 0) continue;
      const fixes = [
        ...reviewFix(
          message('Allow "{origin}"', { origin }),
          addItems(cors, rule, "origins", [origin]),
        ),
        ...reviewFix(message("Add the W&B rule"), addRule(cors, wandbRule(cors, [origin]))),
      ];
      yield report("uncovered", rule.origins.keySpan, { origin }, { fixes });
    }
  },
});
