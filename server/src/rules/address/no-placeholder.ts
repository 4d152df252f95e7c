import { addressSources } from "../../catalog/address/sources.js";
import { defineRule } from "../rule.js";

export const noPlaceholder = defineRule({
  id: "address/no-placeholder",
  severity: "error",
  summary: "Every `<placeholder>` of the documentation must be replaced by a value.",
  rationale: "The server takes `<bucketName>` for the bucket's name, and no bucket is called so.",
  certainty: "documented",
  sources: [addressSources.wandbByob],
  notInExamples: true,
  messages: { left: '"{placeholder}" is still to be replaced by a value of yours.' },
  *check({ placeholders, context }, report) {
    // In prose a placeholder is what the writer wants to show.
    if (context.host === "markdown") return;
    for (const { style, component } of placeholders) {
      if (style !== "angle") continue;
      yield report("left", component.span, { placeholder: component.text });
    }
  },
});
