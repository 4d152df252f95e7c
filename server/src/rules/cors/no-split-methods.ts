import { addItems } from "../../model/cors/edits.js";
import {
  isSurelyForWandb,
  missingMethods,
  missingMethodsOf,
  wandbTargets,
} from "../../model/cors/needs.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const noSplitMethods = defineRule({
  id: "cors/no-split-methods",
  severity: "info",
  summary: "One rule must allow all of the methods that W&B uses.",
  rationale:
    "The first rule that matches a request applies. If the methods are split across rules, W&B works only as long as every rule covers the same origin, and an edit to one of them can break it.",
  certainty: "documented",
  sources: ["s3-how-cors", "wandb-byob"],
  messages: {
    split:
      "Another rule allows {methods}, but this one does not. The W&B documentation uses a single rule with GET, HEAD, and PUT.",
  },
  *check(cors, report, profile) {
    for (const target of wandbTargets(cors, profile)) {
      const { rule } = target;
      const missing = missingMethodsOf(cors, rule);
      if (rule.methods === undefined || rule.methods.items.length === 0) continue;
      if (missing.length === 0 || missingMethods(cors, target).length > 0) continue;
      const methods = formatList(missing);
      const offer = isSurelyForWandb(cors, profile) ? safeFix : reviewFix;
      const fixes = offer(
        message("Add {methods} to this rule", { methods }),
        addItems(cors, rule, "methods", missing),
      );
      yield report("split", rule.methods.keySpan, { methods }, { fixes });
    }
  },
});
