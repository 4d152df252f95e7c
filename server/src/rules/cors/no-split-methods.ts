import { addItems } from "../../model/cors/edits.js";
import { missingMethods, missingMethodsOf, wandbTargets } from "../../model/cors/needs.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noSplitMethods = defineRule({
  id: "cors/no-split-methods",
  severity: "info",
  summary: "One rule must allow all of the methods that W&B uses.",
  rationale:
    "The first rule that matches a request answers it. If the methods are split across rules, W&B works only while every rule covers the same origin, and breaks when one of them is edited.",
  certainty: "documented",
  sources: ["s3-how-cors", "wandb-byob"],
  messages: {
    split:
      "Only another rule allows {methods}. W&B publishes a single rule with GET, HEAD and PUT.",
  },
  *check(cors, report, profile) {
    for (const target of wandbTargets(cors, profile)) {
      const { rule } = target;
      const missing = missingMethodsOf(cors, rule);
      if (rule.methods === undefined || rule.methods.items.length === 0) continue;
      if (missing.length === 0 || missingMethods(cors, target).length > 0) continue;
      const methods = missing.join(", ");
      const fixes = safeFix(
        message("Add {methods} to this rule", { methods }),
        addItems(cors, rule, "methods", missing),
      );
      yield report("split", rule.methods.keySpan, { methods }, { fixes });
    }
  },
});
