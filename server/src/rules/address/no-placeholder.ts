import { addressSources } from "../../catalog/address/sources.js";
import { fileFormats } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const noPlaceholder = defineRule({
  id: "address/no-placeholder",
  hosts: fileFormats,
  severity: "error",
  summary: "Every `<placeholder>` of the documentation must be replaced by a value.",
  rationale: "The server takes `<bucketName>` for the bucket's name, and no bucket is called so.",
  certainty: "documented",
  sources: [addressSources.wandbByob],
  notInExamples: true,
  messages: { left: '"{placeholder}" is still to be replaced by a value of yours.' },
  *check({ placeholders }, report) {
    for (const { style, component } of placeholders) {
      if (style !== "angle") continue;
      yield report("left", component.span, { placeholder: component.text });
    }
  },
});
