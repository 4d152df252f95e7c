import { corsSources } from "../../catalog/cors-sources.js";
import { addItems } from "../../model/cors-edits.js";
import { allowsMethod, allowsOrigin } from "../../model/cors-match.js";
import { missingMethods, missingMethodsOf, wandbTargets } from "../../model/cors-needs.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const keepMethodsTogether = defineRule({
  id: "cors/keep-methods-together",
  severity: "warning",
  summary: "One rule must allow all of W&B's methods.",
  rationale:
    "Each request is answered by the first rule that matches it. Methods that are split over rules serve W&B only where every rule covers the same origin, and break when one of them is edited.",
  certainty: "documented",
  sources: [corsSources.s3HowCors, corsSources.wandbByob],
  messages: {
    noOrigin: 'No rule allows {methods} from "{origin}", so the browser stops such requests.',
    split: "Only another rule allows {methods}; W&B publishes one rule with GET, HEAD and PUT.",
  },
  *check(cors, report, profile) {
    for (const target of wandbTargets(cors, profile)) {
      const { rule } = target;
      const missing = missingMethodsOf(cors, rule);
      if (rule.methods === undefined || rule.methods.items.length === 0 || missing.length === 0) {
        continue;
      }
      if (cors.rules.length < 2 || missingMethods(cors, target).length > 0) continue;
      const unserved = (rule.origins?.items ?? []).find(({ value, partial }) => {
        const serves = (method: string): boolean =>
          cors.rules.some(
            (other) =>
              allowsMethod(other, method, cors.storage, "lenient") !== "no" &&
              allowsOrigin(other, value, cors.storage, "lenient") !== "no",
          );
        return !partial && !missing.every(serves);
      });
      const methods = missing.join(", ");
      const fixes = safeFix(
        message("Allow {methods} in this rule too", { methods }),
        addItems(cors, rule, "methods", missing),
      );
      yield unserved === undefined
        ? report("split", rule.methods.keySpan, { methods }, { fixes, severity: "info" })
        : report("noOrigin", rule.methods.keySpan, { origin: unserved.value, methods }, { fixes });
    }
  },
});
