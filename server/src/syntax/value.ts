import { type SourceText } from "../text/source-text.js";
import { type Edit, type Span } from "../text/span.js";

/**
 * What every host format's reader gives: a tree of values with the spans they were read from. Models
 * read this tree and know no host. All spans are offsets into the whole document.
 */
export type Value =
  ObjectValue | ArrayValue | StringValue | NumberValue | BooleanValue | NullValue | UnknownValue;

export interface ObjectValue {
  readonly kind: "object";
  readonly span: Span;
  /** In document order, duplicates included. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly key: StringValue;
  /** Absent while it is still to be typed. */
  readonly value: Value | undefined;
  /** From the key's start to the value's end. */
  readonly span: Span;
}

export interface ArrayValue {
  readonly kind: "array";
  readonly span: Span;
  readonly items: readonly Value[];
  /** Set where the host repeats an element or a block instead of writing a list (XML, HCL). */
  readonly repeated?: true;
}

export interface StringValue {
  readonly kind: "string";
  /** With its quotes, where it has any. */
  readonly span: Span;
  readonly value: string;
  /** The value's characters and where each stands in the document. */
  readonly content: SourceText;
  /** Stretches of the value that the host fills in later (an interpolation), in value offsets. */
  readonly holes: readonly Span[];
  /** Whether it is, or holds, what a reference stands for, which is written elsewhere. */
  readonly isResolved?: boolean;
}

export interface NumberValue {
  readonly kind: "number";
  readonly span: Span;
  readonly value: number;
}

export interface BooleanValue {
  readonly kind: "boolean";
  readonly span: Span;
  readonly value: boolean;
}

export interface NullValue {
  readonly kind: "null";
  readonly span: Span;
}

/** A value that the host computes later: a reference, a function call, a template action. */
export interface UnknownValue {
  readonly kind: "unknown";
  readonly span: Span;
  /** What it is computed from, where its host's reader tells. */
  readonly computed?: Computed;
}

/** A reference as written (`aws_s3_bucket.runs.arn`), or a function and what it is called with. */
export type Computed =
  | { readonly kind: "reference"; readonly path: string }
  | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Value[] };

/** Trouble that a reader met in a text. */
export interface Problem {
  readonly span: Span;
  readonly code: ProblemCode;
  /** What sets it right, where the text proves it. */
  readonly edits?: readonly Edit[];
}

export type ProblemCode =
  | "syntax" // something else than the grammar allows
  | "comment" // a comment where the format has none
  | "trailing-comma"
  | "extra-comma" // a comma after another one
  | "missing-colon"
  | "missing-value" // a colon that nothing follows
  | "missing-bracket" // one that only one place can have
  | "extra-bracket" // one without which the text is whole
  | "extra-quote" // one beside another
  | "bad-literal" // a word or a number of another language
  | "missing-opening-quote"
  | "missing-closing-quote"
  | "missing-quotes" // a word without any
  | "single-quote" // a word between single quotes
  | "unclosed" // the text ends within a value
  | "missing-comma"
  | "curly-quote" // a word between a word processor's quotation marks
  | "foreign-space" // a space of a web page, or one that nobody sees
  | "bad-escape"
  | "bad-character"
  | "too-deep"
  | "too-large";

/** The tree of one text, and how to change it in that text's own style. */
export interface Tree {
  /** Absent where the text holds no value at all. */
  readonly root: Value | undefined;
  readonly problems: readonly Problem[];
  /** Set where the text is JSON, whose every slip makes a cloud refuse all of it. */
  readonly isJson?: true;
  /** Where the text cannot be read on, in the document; what is read after it, or around it, may be wrong. */
  readonly brokenAt?: number;
  /** Set where the text was read as if it had a bracket that it lacks. */
  readonly isMended?: true;
  readonly writer: Writer;
}

/** A value still to be written. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * Says where and how new values are written in a host format: indentation, quotes, escapes. Every
 * function gives one minimal edit that leaves the neighbours untouched, or nothing where the host
 * cannot express the change. (To change characters within a string, use `replaceText` on its
 * `content`.)
 */
export interface Writer {
  /** Appends to a list, in its own style: on one line or a line each. */
  appendItems(array: ArrayValue, items: readonly Plain[]): Edit | undefined;
  /** Adds members behind the last one. */
  insertMembers(object: ObjectValue, members: Readonly<Record<string, Plain>>): Edit | undefined;
  replaceValue(value: Value, plain: Plain): Edit | undefined;
  renameKey(member: Member, key: string): Edit | undefined;
  /** With its separator, and its line where it has one to itself. */
  removeMember(object: ObjectValue, member: Member): Edit | undefined;
  removeItem(array: ArrayValue, item: Value): Edit | undefined;
}

/** The value of an object's member, by exact name; the first where it is repeated. */
export function memberOf(value: Value | undefined, key: string): Member | undefined {
  if (value?.kind !== "object") return undefined;
  return value.members.find((member) => member.key.value === key);
}

/** The items of a list, or the lone value that stands for a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === "array" ? value.items : [value];
}
