import { fileFormats } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const noPlaceholder = defineRule({
  id: "address/no-placeholder",
  hosts: fileFormats,
  severity: "error",
  summary: "Every `<placeholder>` must be replaced with a value.",
  rationale: "The server would use `<bucketName>` as the bucket name, and no bucket has that name.",
  certainty: "documented",
  sources: ["wandb-byob"],
  notInExamples: true,
  messages: { left: '"{placeholder}" is a placeholder. Replace it with your value.' },
  *check({ placeholders }, report) {
    for (const { style, component } of placeholders) {
      if (style !== "angle") continue;
      yield report("left", component.span, { placeholder: component.text });
    }
  },
});
