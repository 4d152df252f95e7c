import { isNamed } from "../../model/installation/chart-bucket.js";
import { secretVariables } from "../../catalog/installation/settings-keys.js";
import { sharedFormats } from "../../model/address/address.js";
import { findPlaceholderWords, isFilledIn, isRowOfMarks } from "../../syntax/placeholders.js";
import { defineRule } from "../rule.js";

export const noPlaintextSecret = defineRule({
  id: "installation/no-plaintext-secret",
  severity: "warning",
  summary:
    "Chart values, manifests, and Compose files must not contain a secret key in plain text.",
  rationale:
    "These files are kept in version control, and chart values also in the release record in the cluster. A Kubernetes Secret or a variable keeps the key out of them.",
  certainty: "inferred",
  sources: ["wandb-helm-values", "wandb-helm-bucket"],
  messages: {
    variable:
      'Anyone who can read this file can read the key in "{name}". Use a variable or a Kubernetes Secret instead.',
    plain:
      'Anyone who can read this file can read the key. Use "secret.secretName" to read it from a Kubernetes Secret instead.',
  },
  *check({ buckets = [], variables, host, isSecret }, report) {
    const isShared = host !== undefined && sharedFormats.some((format) => format === host);
    for (const { name, value, valueSpan } of isShared && isSecret !== true ? variables : []) {
      if (secretVariables.has(name) && isWrittenOut(value.value)) {
        yield report("variable", valueSpan, { name });
      }
    }
    for (const { scheme, fields } of buckets.filter(isNamed)) {
      const key = scheme === "az" ? fields.accessKey : fields.secretKey;
      if (scheme === "gs" || key === undefined || key.partial || key.text === "") continue;
      if (isRowOfMarks(key.text)) continue;
      yield report("plain", key.span, {});
    }
  },
});

/** Whether a text can be a key, and is not still to be filled in. */
function isWrittenOut(text: string): boolean {
  const isOpen = isFilledIn(text) || findPlaceholderWords(text).length > 0 || isRowOfMarks(text);
  return text.trim() !== "" && !isOpen;
}
