import {
  chartFields,
  chartProviders,
  type ChartField,
} from "../../catalog/installation/chart-bucket.js";
import { type Scheme } from "../../catalog/address/providers.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import {
  memberOf,
  type Member,
  type ObjectValue,
  type StringValue,
  type Tree,
} from "../../syntax/value.js";
import { extentOf } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";

/** A bucket in the values of W&B's Helm chart, of which the chart makes a storage address. */
export interface ChartBucket {
  /** `bucket`, which the chart takes whole as soon as it has a name, or `defaultBucket`. */
  readonly key: StringValue;
  readonly node: ObjectValue;
  readonly tree: Tree;
  readonly fields: Readonly<Partial<Record<ChartField, ChartText>>>;
  /** What the chart makes the address start with; absent where it knows no such provider. */
  readonly scheme: Scheme | undefined;
  /** Whether a Secret holds the keys, which is then read in their place. */
  readonly hasSecret: boolean;
  /** Set where the instance has an identity in Azure. */
  readonly identity: Member | undefined;
}

/** A field with its text, which is empty where there is none. */
export interface ChartText {
  readonly member: Member;
  readonly keySpan: Span;
  /** The text without its quotes, or the key where there is none. */
  readonly span: Span;
  readonly text: string;
  readonly node: StringValue | undefined;
  /** Whether it is filled in later. */
  readonly partial: boolean;
}

/** The buckets in the `global` values of the chart, in document order. */
export function readChartBuckets(tree: Tree, global: ObjectValue): readonly ChartBucket[] {
  const secretOf = (node: ObjectValue): Member | undefined => memberOf(node, "secret");
  const shared = memberOf(global, "bucket")?.value;
  return global.members.flatMap(({ key, value }) => {
    if (key.value !== "bucket" && key.value !== "defaultBucket") return [];
    if (value?.kind !== "object") return [];
    const fields: Partial<Record<ChartField, ChartText>> = {};
    for (const name of chartFields) {
      const member = memberOf(value, name);
      if (member !== undefined) fields[name] = readText(member);
    }
    const provider = fields.provider;
    // The chart reads the Secret's name of `bucket` for both.
    const holders = [value, ...(shared?.kind === "object" ? [shared] : [])];
    const hasSecret = holders.some((holder) => {
      const secret = secretOf(holder);
      const name = memberOf(secret?.value, "secretName");
      return secret !== undefined && (name === undefined ? isOpen(secret) : !isEmpty(name));
    });
    const scheme =
      provider === undefined || provider.partial ? undefined : chartProviders[provider.text];
    const identity = memberOf(global, "azureStorageIdentity");
    return [{ key, node: value, tree, fields, scheme, hasSecret, identity }];
  });
}

/** Whether a field holds something that is known now. */
export function isGiven(field: ChartText | undefined): field is ChartText {
  return field !== undefined && (field.partial || field.text !== "");
}

/** Whether the chart uses a bucket: only one with a name becomes an address. */
export function isNamed({ fields: { name } }: ChartBucket): boolean {
  return isGiven(name);
}

/** Whether a name has an endpoint in it, so that the bucket stands behind a slash or in the path. */
export function hasEndpoint(name: string): boolean {
  return name.includes("/") || /:\d+$/.test(name);
}

/** Reads a field's text, as far as it is known now. */
export function readText(member: Member): ChartText {
  const { value, key } = member;
  const node = value?.kind === "string" ? value : undefined;
  const span = (node && extentOf(node.content)) ?? key.span;
  const text = node?.value ?? (value?.kind === "number" ? String(value.value) : "");
  const partial =
    value?.kind === "unknown" ||
    value?.kind === "object" ||
    value?.kind === "array" ||
    (node !== undefined && (node.holes.length > 0 || hasPlaceholder(text)));
  return { member, keySpan: key.span, span, text, node, partial };
}

/** Whether a member's value can hold anything that is not to be seen here. */
function isOpen({ value }: Member): boolean {
  return value?.kind === "unknown" || (value?.kind === "string" && hasPlaceholder(value.value));
}

function isEmpty({ value }: Member): boolean {
  return (
    value === undefined || value.kind === "null" || (value.kind === "string" && value.value === "")
  );
}
