import {
  type Member,
  memberOf,
  type ObjectValue,
  type StringValue,
  type Tree,
  type Value,
} from "../syntax/value.js";
import { locate, sliceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { type HostFormat } from "../model/address/address.js";
import { type ShellCommand, type ShellWord } from "../syntax/shell.js";
import { chartParts } from "./chart.js";
import { type HostContext } from "./host.js";
import { type AnyPart } from "./part.js";

/** A value of a chart that is set by its path, such as `global.bucket.provider`. */
interface SetValue {
  readonly path: StringValue;
  readonly value: Value;
}

/** The buckets in the `set` blocks and lists of a Terraform `helm_release`. */
export function releaseParts(body: ObjectValue, context: HostContext): readonly AnyPart[] {
  const set = body.members
    .filter(({ key }) => /^set(?:_sensitive)?$/.test(key.value))
    .flatMap(({ value }) =>
      value?.kind === "array" ? value.items : value === undefined ? [] : [value],
    )
    .flatMap((item): readonly SetValue[] => {
      const path = memberOf(item, "name")?.value;
      const value = memberOf(item, "value")?.value;
      return path?.kind === "string" && value !== undefined ? [{ path, value }] : [];
    });
  return setParts(set, "terraform", body.span, context);
}

/** The buckets in the `--set` options of `helm install` and its like. */
export function helmParts({ words, span }: ShellCommand, context: HostContext): readonly AnyPart[] {
  if (!words.some(({ text }) => /(?:^|\/)helm$/.test(text.value))) return [];
  const set = words.flatMap((word, at) => {
    const { value } = word.text;
    if (/^--set(?:-string|-literal)?$/.test(words[at - 1]?.text.value ?? "")) return setIn(word, 0);
    const given = /^--set(?:-string|-literal)?=/.exec(value);
    return given === null ? [] : setIn(word, given[0].length);
  });
  return setParts(set, "shell", span, context);
}

/** `path=value,path=value` from an offset of a word on. */
function setIn({ text, holes }: ShellWord, from: number): readonly SetValue[] {
  const found: SetValue[] = [];
  const pairs = /(?<path>[\w.-]+)=(?<value>(?:\\.|[^,\\])*)(?:,|$)/g;
  pairs.lastIndex = from;
  for (const { index, groups } of text.value.matchAll(pairs)) {
    if (index < from) continue;
    const path = groups?.["path"] ?? "";
    const start = index + path.length + 1;
    const end = start + (groups?.["value"] ?? "").length;
    const stretch = (first: number, last: number): StringValue => ({
      kind: "string",
      span: locate(text, first, last),
      value: text.value.slice(first, last),
      content: sliceText(text, first, last),
      holes: holes
        .filter((hole) => hole.start >= first && hole.end <= last)
        .map((hole) => ({ start: hole.start - first, end: hole.end - first })),
    });
    found.push({ path: stretch(index, index + path.length), value: stretch(start, end) });
  }
  return found;
}

/** The buckets of values that are set one by one, as if they stood in a file of values. */
function setParts(
  set: readonly SetValue[],
  host: HostFormat,
  span: Span,
  context: HostContext,
): readonly AnyPart[] {
  const root = branch(span);
  for (const { path, value } of set) {
    const steps = path.value.split(".");
    if (steps[0] !== "global" || path.holes.length > 0) continue;
    let [node, offset] = [root, 0];
    for (const [index, step] of steps.entries()) {
      const key: StringValue = {
        kind: "string",
        span: locate(path.content, offset, offset + step.length),
        value: step,
        content: sliceText(path.content, offset, offset + step.length),
        holes: [],
      };
      offset += step.length + 1;
      if (index === steps.length - 1) {
        node.members.push({ key, value, span: key.span });
        break;
      }
      const known = node.members.find((member) => member.key.value === step)?.value;
      const next = known === undefined ? branch(key.span) : (known as Branch);
      if (known === undefined) node.members.push({ key, value: next, span: key.span });
      else if (known.kind !== "object") break;
      node = next;
    }
  }
  return root.members.length === 0 ? [] : chartParts({ ...noTree, root }, root, host, context);
}

type Branch = ObjectValue & { readonly members: Member[] };

function branch(span: Span): Branch {
  return { kind: "object", span, members: [] };
}

/** What is set by options has no tree that could be written to. */
const noTree: Tree = {
  root: undefined,
  problems: [],
  writer: {
    appendItems: () => undefined,
    insertMembers: () => undefined,
    replaceValue: () => undefined,
    renameKey: () => undefined,
    removeMember: () => undefined,
    removeItem: () => undefined,
  },
};
