import { locate, replaceText } from "../../text/source-text.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noBucketScheme = defineRule({
  id: "installation/no-bucket-scheme",
  severity: "error",
  summary: "The `name` of a bucket in the chart values must not have a scheme.",
  rationale:
    "The chart adds the provider's scheme before the name, so the address would have two schemes.",
  certainty: "verified",
  sources: ["wandb-helm-bucket"],
  messages: {
    scheme:
      'The chart adds the provider\'s scheme before the name, so with "{scheme}" the address would have two schemes.',
  },
  *check({ buckets = [] }, report) {
    for (const { fields } of buckets) {
      const node = fields.name?.node;
      const scheme = /^\s*[a-z][a-z0-9+.-]*:\/\//i.exec(node?.value ?? "")?.[0];
      if (node === undefined || scheme === undefined) continue;
      const edit = replaceText(node.content, 0, scheme.length, "");
      const fixes = safeFix(message("Remove the scheme"), edit);
      const span = locate(node.content, 0, scheme.length);
      yield report("scheme", span, { scheme: scheme.trim() }, { fixes });
    }
  },
});
