import { addItems, addRule } from "../../model/cors/edits.js";
import { allowsOrigin } from "../../model/cors/match.js";
import { knownOrigins, wandbRule, wandbTargets } from "../../model/cors/needs.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireWandbOrigin = defineRule({
  id: "cors/require-wandb-origin",
  severity: "warning",
  summary: "At least one rule must allow the origin of the W&B front end.",
  rationale:
    "The browser sends the page's origin with every request and blocks the response unless the storage service allows that origin or `*`. On Multi-tenant Cloud the origin is `https://wandb.ai`; for other deployment types, it is the host of your deployment.",
  certainty: "documented",
  sources: ["wandb-cors-origins", "wandb-byob", "s3-cors"],
  messages: {
    uncovered: 'No rule allows "{origin}", so the browser blocks every request from W&B.',
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
        ...reviewFix(
          message('Add a CORS rule for "{origin}"', { origin }),
          addRule(cors, wandbRule(cors, [origin])),
        ),
      ];
      yield report("uncovered", rule.origins.keySpan, { origin }, { fixes });
    }
  },
});
