import { chartFields, misplacedChartFields } from "../../catalog/installation/chart-bucket.js";
import { storeForms } from "../../catalog/installation/stores.js";
import { memberOf, type Member } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix } from "../rule.js";

/** Fields of a chart's bucket that hold more than one value. */
const others: readonly string[] = ["secret", "create", "annotations", "serviceAccount"];

export const knownField = defineRule({
  id: "installation/known-field",
  severity: "warning",
  summary: "The fields of a bucket must be ones that the chart, the operator, or the API reads.",
  rationale:
    "A field with any other name is ignored. In the custom resource, an instance without `externalObjectStore` gets a managed store in the cluster instead of your bucket.",
  certainty: "verified",
  sources: ["wandb-helm-bucket", "wandb-operator-types", "wandb-scim"],
  messages: {
    chart: 'The chart does not read "{field}" here, so it has no effect. Did you mean "{meant}"?',
    endpoint:
      'The chart does not read "{field}". Put the host before the bucket in "name", as in "minio.example.com:9000/bucket".',
    resource:
      '"{field}" is not a field of the custom resource, so W&B gets a managed store in the cluster. Use "{meant}".',
    store: '"{field}" is not a valid field here, so it has no effect. Did you mean "{meant}"?',
  },
  *check({ buckets = [], stores = [], misplaced = [] }, report) {
    for (const { node, tree } of buckets) {
      for (const member of node.members) {
        const field = member.key.value;
        if (isKnown(member, [...chartFields, ...others])) continue;
        const span = member.key.span;
        const moved = Object.hasOwn(misplacedChartFields, field)
          ? misplacedChartFields[field]
          : nearest(field, chartFields);
        if (moved === undefined) continue;
        if (moved === "endpoint") yield report("endpoint", span, { field });
        else {
          const data = { field, meant: moved };
          const isFree = memberOf(node, moved) === undefined && !moved.includes(".");
          const title = message('Rename to "{meant}"', { meant: moved });
          const fixes = isFree ? reviewFix(title, tree.writer.renameKey(member, moved)) : [];
          yield report("chart", span, data, { fixes });
        }
      }
    }
    for (const { member, meant } of misplaced) {
      yield report("resource", member.key.span, { field: member.key.value, meant });
    }
    for (const { form, unknown } of stores) {
      // A module has many more inputs than those for its bucket.
      if (form !== "scim" && form !== "custom-resource") continue;
      for (const member of unknown) {
        const field = member.key.value;
        const meant = nearest(field, storeForms[form].fields);
        if (meant === undefined || member.key.holes.length > 0) continue;
        yield report("store", member.key.span, { field, meant });
      }
    }
  },
});

function isKnown({ key }: Member, known: readonly string[]): boolean {
  return key.holes.length > 0 || known.includes(key.value);
}
