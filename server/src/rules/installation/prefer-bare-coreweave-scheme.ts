import { addressSources } from "../../catalog/address/sources.js";
import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { addressOf } from "../../model/installation/environment.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const preferBareCoreweaveScheme = defineRule({
  id: "installation/prefer-bare-coreweave-scheme",
  severity: "info",
  summary: "In the list of stores for teams CoreWeave is best named by `cw://` alone.",
  rationale:
    "W&B's page gives exactly this value for a Self-Managed instance; whether a whole address works there is not documented.",
  certainty: "uncertain",
  sources: [addressSources.wandbByob],
  messages: {
    whole: 'W&B\'s page lists CoreWeave as "cw://" alone; a whole address may not be read.',
  },
  *check({ variables }, report, profile) {
    if (profile.deployment === "dedicated" || profile.deployment === "multi-tenant") return;
    for (const variable of variables) {
      const { value, name, valueSpan } = variable;
      if (settingKeyOf(name)?.role !== "addresses" || value.value.includes(",")) continue;
      const address = addressOf(variable);
      if (address.kind !== "cw" || address.whole.text === "cw://") continue;
      const fixes = reviewFix(
        message('Set "cw://"'),
        replaceText(value, 0, value.value.length, "cw://"),
      );
      yield report("whole", valueSpan, {}, { fixes });
    }
  },
});
