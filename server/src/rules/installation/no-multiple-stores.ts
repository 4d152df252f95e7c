import { addressSources } from "../../catalog/address/sources.js";
import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { locate } from "../../text/source-text.js";
import { defineRule } from "../rule.js";

export const noMultipleStores = defineRule({
  id: "installation/no-multiple-stores",
  severity: "info",
  summary: "How several stores are divided in one list is not documented.",
  rationale:
    "W&B's page shows the setting with one value. A comma is what such lists usually have.",
  certainty: "uncertain",
  sources: [addressSources.wandbByob],
  messages: {
    comma: "W&B's page shows one store here; that a comma divides several is not documented.",
  },
  *check({ variables }, report) {
    for (const { name, value } of variables) {
      if (settingKeyOf(name)?.role !== "addresses") continue;
      const comma = /,\s*(?:s3|cw|gs|az):\/\//.exec(value.value)?.index;
      if (comma !== undefined) yield report("comma", locate(value, comma, comma + 1), {});
    }
  },
});
