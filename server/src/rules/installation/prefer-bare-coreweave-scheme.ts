import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { addressOf } from "../../model/installation/environment.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const preferBareCoreweaveScheme = defineRule({
  id: "installation/prefer-bare-coreweave-scheme",
  severity: "info",
  summary: "In the list of allowed team buckets, the entry for CoreWeave should be only `cw://`.",
  rationale:
    "The W&B documentation specifies exactly this value for Self-Managed. It does not say whether a full address works.",
  certainty: "uncertain",
  sources: ["wandb-byob"],
  messages: {
    whole: 'The documented value for CoreWeave is just "cw://". A full address may not work here.',
  },
  *check({ variables }, report, profile) {
    if (profile.deployment === "dedicated" || profile.deployment === "multi-tenant") return;
    for (const variable of variables) {
      const { value, name, valueSpan } = variable;
      if (settingKeyOf(name)?.role !== "addresses" || value.value.includes(",")) continue;
      const address = addressOf(variable);
      if (address.kind !== "cw" || address.whole.text === "cw://") continue;
      const fixes = reviewFix(
        message('Replace with "cw://"'),
        replaceText(value, 0, value.value.length, "cw://"),
      );
      yield report("whole", valueSpan, {}, { fixes });
    }
  },
});
