import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { locate } from "../../text/source-text.js";
import { defineRule } from "../rule.js";

export const noMultipleStores = defineRule({
  id: "installation/no-multiple-stores",
  severity: "info",
  summary:
    "The list of team buckets should contain a single value because the format of a longer list is not documented.",
  rationale:
    "The W&B documentation shows this setting with a single value. Such lists usually use commas.",
  certainty: "uncertain",
  sources: ["wandb-byob"],
  messages: {
    comma:
      "The W&B documentation shows a single value here. It does not document how to separate multiple values.",
  },
  *check({ variables }, report) {
    for (const { name, value } of variables) {
      if (settingKeyOf(name)?.role !== "addresses") continue;
      const comma = /,\s*(?:s3|cw|gs|az):\/\//.exec(value.value)?.index;
      if (comma !== undefined) yield report("comma", locate(value, comma, comma + 1), {});
    }
  },
});
