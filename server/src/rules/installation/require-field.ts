import { storeForms } from "../../catalog/installation/stores.js";
import { chartProviders } from "../../catalog/installation/chart-bucket.js";
import { isNamed } from "../../model/installation/chart-bucket.js";
import { formatList } from "../../text/list.js";
import { defineRule } from "../rule.js";

export const requireField = defineRule({
  id: "installation/require-field",
  severity: "error",
  summary: "A bucket must have all fields that W&B requires.",
  rationale:
    "The chart uses `provider` to build the address and leaves the address empty if it is missing. The SCIM API rejects a `storageBucket` without `name` or `provider`, and the operator rejects an `externalObjectStore` without `bucket`.",
  certainty: "verified",
  sources: ["wandb-helm-bucket", "wandb-scim", "wandb-operator-types"],
  messages: {
    provider:
      'Without "provider", the chart leaves the bucket address empty. Set it to one of {providers}.',
    scim: '"storageBucket" has no "{field}", so the SCIM API rejects the request.',
    resource: '"externalObjectStore" has no "{field}", so the operator rejects it.',
  },
  *check({ buckets = [], stores = [] }, report) {
    for (const bucket of buckets.filter(isNamed)) {
      if (bucket.fields.provider !== undefined) continue;
      const providers = formatList(Object.keys(chartProviders), "or");
      yield report("provider", bucket.key.span, { providers }, { severity: "warning" });
    }
    for (const { form, node, head, fields } of stores) {
      // Where a member's name is filled in later, it may be the one.
      if (node.members.some(({ key }) => key.holes.length > 0)) continue;
      for (const field of storeForms[form].required) {
        if (fields.has(field) || (form === "custom-resource" && fields.has("url"))) continue;
        yield report(form === "scim" ? "scim" : "resource", head, { field });
      }
    }
  },
});
