import { corsSources } from "../../catalog/cors/sources.js";
import { replaceItem } from "../../model/cors/edits.js";
import { wandbTargets } from "../../model/cors/needs.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noWildcardOrigin = defineRule({
  id: "cors/no-wildcard-origin",
  severity: "hint",
  summary: "Where W&B's origin is known, a rule that takes uploads can name it instead of `*`.",
  rationale:
    "W&B publishes `*`, which works. With W&B's own origin in its place, no other site's page can use a signed URL that leaked to it.",
  certainty: "documented",
  sources: [corsSources.wandbOrigins, corsSources.wandbByob],
  messages: { wide: 'Pages of every site may upload here; W&B needs only "{origin}".' },
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
