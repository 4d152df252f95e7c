import { replaceItem } from "../../model/cors/edits.js";
import { wandbTargets } from "../../model/cors/needs.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noWildcardOrigin = defineRule({
  id: "cors/no-wildcard-origin",
  severity: "hint",
  summary:
    "If the origin of the W&B front end is known, a rule that allows uploads should list it instead of `*`.",
  rationale:
    "The W&B documentation uses `*`, which works. If the rule lists only the origin of the W&B front end, pages on other sites cannot use a leaked presigned URL.",
  certainty: "documented",
  sources: ["wandb-cors-origins", "wandb-byob"],
  messages: {
    wide: 'Pages on any site can upload to this bucket with a presigned URL. W&B needs only "{origin}".',
  },
  *check(cors, report, profile) {
    // Only origins that a user configured are sure to be all that are needed.
    const [origin, ...more] = profile.origins;
    if (origin === undefined || more.length > 0) return;
    for (const { rule } of wandbTargets(cors, profile)) {
      const item = rule.origins?.items.find(({ value }) => value === "*");
      if (item === undefined || rule.origins?.items.length !== 1) continue;
      const title = message('Allow only "{origin}"', { origin });
      yield report(
        "wide",
        item.span,
        { origin },
        {
          fixes: reviewFix(title, replaceItem(item, origin)),
        },
      );
    }
  },
});
