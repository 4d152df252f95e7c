import { type HclBlock, type HclTree } from "../../syntax/hcl.js";
import { memberOf, type Value } from "../../syntax/value.js";
import { symbolOf } from "../../text/symbol.js";
import { partitionOf } from "../partition.js";
import { type Evaluator, type Known, type Scope } from "../references.js";
import { callFunction } from "./functions.js";

/** What the references of a Terraform file stand for: its locals, variables' defaults, and buckets. */
export function terraformScope(tree: HclTree, documentText: string): Scope {
  const declared = declarationsOf(tree);
  const partition = partitionOf(documentText);
  const expressions = new Map<string, Value | undefined>();
  return {
    reference(path, evaluator) {
      const parts = path.split(/\.|(?=\[)/);
      const [kind = "", name = ""] = parts;
      if (kind === "data" && name === "aws_partition") {
        return parts[3] === "partition" ? partition : undefined;
      }
      if (kind === "aws_s3_bucket" || (kind === "data" && name === "aws_s3_bucket")) {
        return bucketValue(declared, parts, partition, evaluator);
      }
      const value = declared.values.get(`${kind}.${name}`);
      const known = value && written(evaluator.value(memberAt(value, parts.slice(2))));
      if (known !== undefined) return known;
      const named = declared.bucketNames.get(path);
      return named === undefined ? undefined : symbolOf(named);
    },
    call: callFunction,
    interpolation(text, evaluator) {
      if (!expressions.has(text)) {
        const inner = /^\$\{~?(?<inner>[^]*?)~?\}$/.exec(text)?.groups?.["inner"];
        expressions.set(text, inner === undefined ? undefined : tree.expression(inner.trim()));
      }
      const value = expressions.get(text);
      return value && evaluator.value(value);
    },
  };
}

interface Declarations {
  /** Locals and the defaults of variables, by how they are referred to. */
  readonly values: ReadonlyMap<string, Value>;
  /** Buckets that are made or looked up, by address. */
  readonly buckets: ReadonlyMap<string, HclBlock>;
  /** The addresses of buckets whose name is a reference, by that reference. */
  readonly bucketNames: ReadonlyMap<string, string>;
}

function declarationsOf(tree: HclTree): Declarations {
  const values = new Map<string, Value>();
  const buckets = new Map<string, HclBlock>();
  const bucketNames = new Map<string, string>();
  for (const block of tree.blocksIn(tree.root)) {
    const { type, labels, body } = block;
    const [first, second] = labels;
    if (type.value === "locals") {
      for (const { key, value } of body.members) if (value) values.set(`local.${key.value}`, value);
    } else if (type.value === "variable" && first !== undefined) {
      const value = memberOf(body, "default")?.value;
      if (value !== undefined) values.set(`var.${first.value}`, value);
    } else if (first?.value === "aws_s3_bucket" && second !== undefined) {
      const address = `${type.value === "data" ? "data." : ""}aws_s3_bucket.${second.value}`;
      buckets.set(address, block);
      const name = memberOf(body, "bucket")?.value;
      if (name?.kind === "unknown" && name.computed?.kind === "reference" && !isRepeated(block)) {
        bucketNames.set(name.computed.path, address);
      }
    }
  }
  return { values, buckets, bucketNames };
}

function isRepeated({ body }: HclBlock): boolean {
  return memberOf(body, "for_each") !== undefined || memberOf(body, "count") !== undefined;
}

/** The name or the ARN of a bucket; of several that one block makes, only the first is known to be there. */
function bucketValue(
  { buckets, bucketNames }: Declarations,
  parts: readonly string[],
  partition: string,
  evaluator: Evaluator,
): Known | undefined {
  const length = parts[0] === "data" ? 3 : 2;
  const address = parts.slice(0, length).join(".");
  const [index, attribute] =
    parts.length === length + 1 ? [undefined, parts[length]] : parts.slice(length);
  const block = buckets.get(address);
  if (block === undefined || attribute === undefined || parts.length > length + 2) return undefined;
  if (isRepeated(block) ? index !== "[0]" : index !== undefined) return undefined;
  const written = memberOf(block.body, "bucket")?.value;
  const known = written && evaluator.value(written);
  const same =
    written?.kind === "unknown" && written.computed?.kind === "reference"
      ? bucketNames.get(written.computed.path)
      : undefined;
  const name = typeof known === "string" && known !== "" ? known : symbolOf(same ?? address);
  switch (attribute) {
    case "id":
    case "bucket":
      return name;
    case "arn":
      return `arn:${partition}:s3:::${name}`;
    default:
      return undefined;
  }
}

/** The value that further names lead to. */
function memberAt(value: Value, names: readonly string[]): Value {
  let at: Value | undefined = value;
  for (const name of names) at = memberOf(at, name)?.value;
  return at ?? { kind: "unknown", span: value.span };
}

/** An empty default is to be replaced. */
function written(known: Known | undefined): Known | undefined {
  return known?.length === 0 ? undefined : known;
}
