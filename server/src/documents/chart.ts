import { chartFields } from "../catalog/installation/chart-bucket.js";
import { type HostFormat } from "../model/address/address.js";
import { readChartBuckets, type ChartBucket } from "../model/installation/chart-bucket.js";
import { memberOf, type ObjectValue, type Tree } from "../syntax/value.js";
import { message } from "../text/message.js";
import { type HostContext } from "./host.js";
import { type AnyPart } from "./part.js";
import { speaksOfWandb } from "./prefilter.js";

/** The buckets of an object that holds the values of W&B's Helm chart. */
export function chartParts(
  tree: Tree,
  object: ObjectValue,
  host: HostFormat,
  { documentText }: HostContext,
): readonly AnyPart[] {
  const global = memberOf(object, "global")?.value;
  if (global?.kind !== "object") return [];
  const buckets = readChartBuckets(tree, global).filter(
    (bucket) => isChartBucket(bucket) || speaksOfWandb(documentText),
  );
  if (buckets.length === 0) return [];
  const reason = message('It contains "global.{key}", which the W&B Helm chart reads.', {
    key: buckets[0]?.key.value ?? "",
  });
  const model = { variables: [], buckets };
  return [
    { kind: "environment", dialect: host, span: global.span, reason, model, json: undefined },
  ];
}

/** What only names of the chart's fields may stand beside, so that it is told from other charts. */
function isChartBucket({ node, fields }: ChartBucket): boolean {
  const known: readonly string[] = [...chartFields, "secret", "create", "annotations"];
  return (
    fields.provider !== undefined &&
    fields.name !== undefined &&
    node.members.every(({ key }) => known.includes(key.value))
  );
}
