import { corsKeys } from "../catalog/cors-dialects.js";
import { readCors } from "../model/cors.js";
import { type ShellCommand, type ShellWord } from "../syntax/shell.js";
import { quoteWord } from "../syntax/shell-quoting.js";
import {
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Plain,
  type StringValue,
  type Tree,
  type Value,
  type Writer,
} from "../syntax/value.js";
import { locate } from "../text/source-text.js";
import { message } from "../text/message.js";
import { type Edit, type Span } from "../text/span.js";
import { type AnyPart } from "./part.js";

/** The CORS rule that `az storage cors add` describes with its flags. */
export function azureCorsPart({ words }: ShellCommand): AnyPart | undefined {
  const first = words.findIndex(({ assignment }) => assignment === undefined);
  const command = words.slice(first, first + 4).map(({ text }) => text.value);
  if (first < 0 || command.join(" ") !== "az storage cors add") return undefined;
  const rule = readFlags(words.slice(first), words.slice(first + 4));
  const tree: Tree = { root: rule, problems: [], writer: flagWriter };
  const model = readCors(tree, rule, "azure-cli");
  const reason = message('It is the command "az storage cors add".');
  return { kind: "cors", dialect: "azure-cli", span: rule.span, reason, model, json: undefined };
}

/** The rule's flags as members; those that say which storage is meant are none of the rule's. */
function readFlags(command: readonly ShellWord[], words: readonly ShellWord[]): ObjectValue {
  const known = new Set(corsKeys("azure-cli"));
  const members: Member[] = [];
  let at = 0;
  while (at < words.length) {
    const flag = words[at];
    at += 1;
    if (flag?.text.value.startsWith("--") !== true) continue;
    const equals = flag.text.value.indexOf("=");
    const name = equals < 0 ? flag.text.value : flag.text.value.slice(0, equals);
    const values: ShellWord[] = [];
    for (; at < words.length; at += 1) {
      const next = words[at];
      if (next === undefined || next.text.value.startsWith("-")) break;
      values.push(next);
    }
    if (known.has(name)) members.push(readFlag(flag, name, equals, values));
  }
  const start = command[0]?.span.start ?? 0;
  return { kind: "object", span: { start, end: command.at(-1)?.span.end ?? start }, members };
}

function readFlag(
  flag: ShellWord,
  name: string,
  equals: number,
  values: readonly ShellWord[],
): Member {
  const key: StringValue = {
    kind: "string",
    span: locate(flag.text, 0, name.length),
    value: name,
    content: flag.text,
    holes: [],
  };
  if (equals >= 0) return { key, value: undefined, span: flag.span };
  const items = values.map(toString);
  const [only] = items;
  const start = only?.span.start ?? flag.span.end;
  const span = { start, end: items.at(-1)?.span.end ?? start };
  const list: ArrayValue = { kind: "array", span, items };
  const value: Value | undefined = name === "--max-age" ? only : list;
  return { key, value, span: { start: flag.span.start, end: Math.max(flag.span.end, span.end) } };
}

function toString({ text, span, holes }: ShellWord): StringValue {
  return { kind: "string", span, value: text.value, content: text, holes };
}

/** Writes flags and their values as words. */
const flagWriter: Writer = {
  appendItems: ({ span }, items) => insert(span.end, wordsOf(items)),
  insertMembers: ({ span }, members) =>
    insert(
      span.end,
      Object.entries(members)
        .map(([flag, value]) => ` ${flag}${wordsOf(Array.isArray(value) ? value : [value])}`)
        .join(""),
    ),
  replaceValue: ({ span }, plain) => ({
    span,
    newText: wordsOf(Array.isArray(plain) ? plain : [plain]).slice(1),
  }),
  renameKey: ({ key }, name) => ({ span: key.span, newText: name }),
  removeMember: (_object, { span }) => remove(span),
  removeItem: (_array, { span }) => remove(span),
};

function wordsOf(values: readonly Plain[]): string {
  return values
    .map((value) => ` ${quoteWord(typeof value === "string" ? value : JSON.stringify(value))}`)
    .join("");
}

function insert(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

/** Removes a word or several with the blank before them: every flag and value has one. */
function remove({ start, end }: Span): Edit {
  return { span: { start: start - 1, end }, newText: "" };
}
