import { corsKeys } from "../catalog/cors/dialects.js";
import { readCors } from "../model/cors/cors.js";
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

/** A command that changes an account's CORS rules, as `az storage cors add` and `clear` do. */
interface CorsCommand {
  readonly isAddition: boolean;
  /** Which account it is for, as the command says it. */
  readonly account: string;
  /** Absent where it is for other services than that for blobs, which alone concern W&B. */
  readonly rule: ObjectValue | undefined;
}

/** Words between which the commands of one account may be alternatives. */
const branches = new Set(["else", "elif", "case", "esac", "done", "}"]);

/**
 * The CORS rules that `az storage cors add` describes with its flags. Each command adds a rule to
 * those before it, so that the ones for an account are one configuration.
 */
export function azureCorsParts(commands: readonly ShellCommand[]): readonly AnyPart[] {
  const groups: ObjectValue[][] = [];
  const open = new Map<string, ObjectValue[]>();
  for (const command of commands) {
    if (branches.has(command.words[0]?.text.value ?? "")) open.clear();
    const read = readCorsCommand(command);
    if (read?.isAddition === false) open.delete(read.account);
    if (read?.rule === undefined) continue;
    const group = open.get(read.account) ?? [];
    if (group.length === 0) groups.push(group);
    group.push(read.rule);
    open.set(read.account, group);
  }
  return groups.map(corsPart);
}

/** Whether a command is one whose words are flags of a CORS rule. */
export function isAzureCors(command: ShellCommand): boolean {
  return readCorsCommand(command) !== undefined;
}

function corsPart(rules: readonly ObjectValue[]): AnyPart {
  const start = rules[0]?.span.start ?? 0;
  const span = { start, end: rules.at(-1)?.span.end ?? start };
  const [only] = rules;
  const root: Value =
    rules.length === 1 && only !== undefined ? only : { kind: "array", span, items: rules };
  const tree: Tree = { root, problems: [], writer: flagWriter };
  const model = readCors(tree, root, "azure-cli");
  const reason = message('It is an "az storage cors" command.');
  return { kind: "cors", dialect: "azure-cli", span, reason, model, json: undefined };
}

function readCorsCommand({ words }: ShellCommand): CorsCommand | undefined {
  const first = words.findIndex(({ assignment }) => assignment === undefined);
  if (first < 0) return undefined;
  const [program, group, service, verb] = words.slice(first, first + 4);
  if (program?.text.value !== "az" || group?.text.value !== "storage") return undefined;
  if (service?.text.value !== "cors") return undefined;
  if (verb?.text.value !== "add" && verb?.text.value !== "clear") return undefined;
  const flags = words.slice(first + 4);
  const services = flagValue(flags, "--services");
  const isForBlobs =
    services === undefined ||
    services.isOpen ||
    services.text === "" ||
    services.text.includes("b");
  const isAddition = verb.text.value === "add";
  return {
    isAddition,
    account: accountFlags.map((name) => flagValue(flags, name)?.text ?? "").join(" "),
    rule: isAddition && isForBlobs ? readFlags(words.slice(first), flags) : undefined,
  };
}

const accountFlags = ["--account-name", "--connection-string", "--blob-endpoint"];

/** What follows a flag, and whether a shell fills it in. */
function flagValue(
  words: readonly ShellWord[],
  name: string,
): { readonly text: string; readonly isOpen: boolean } | undefined {
  for (const [index, { text, holes }] of words.entries()) {
    if (text.value === name) {
      const next = words[index + 1];
      return { text: next?.text.value ?? "", isOpen: (next?.holes.length ?? 0) > 0 };
    }
    if (text.value.startsWith(`${name}=`)) {
      return { text: text.value.slice(name.length + 1), isOpen: holes.length > 0 };
    }
  }
  return undefined;
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
      // A negative number is a value, though it begins as a flag does.
      if (next === undefined || /^-(?!\d)/.test(next.text.value)) break;
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
  // A rule is a command of its own, which needs flags for the account too.
  appendItems: ({ span }, items) =>
    items.some((item) => typeof item === "object") ? undefined : insert(span.end, wordsOf(items)),
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
  removeItem: (_array, { kind, span }) => (kind === "object" ? undefined : remove(span)),
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
