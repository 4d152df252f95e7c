import {
  type ArrayValue,
  type Member,
  type NumberValue,
  type ObjectValue,
  type Problem,
  type StringValue,
  type Tree,
  type UnknownValue,
  type Value,
} from "../syntax/value.js";
import { type Span } from "../text/span.js";

/** What a policy is attached to, which decides its grammar. */
export type PolicyType =
  "bucket" | "key" | "identity" | "trust" | "coreweave-bucket" | "coreweave-organization" | "minio";

/**
 * A policy document, read leniently: what is broken is absent here and a problem or a rule's finding
 * elsewhere. One-or-many is settled: every list is a list.
 */
export interface Policy {
  readonly type: PolicyType;
  readonly tree: Tree;
  readonly problems: readonly Problem[];
  /** The policy's object; absent where the text holds none. */
  readonly root: ObjectValue | undefined;
  /** All of the text that the policy was read from. */
  readonly span: Span;
  /** Where a finding about the whole policy goes: its first character. */
  readonly head: Span;
  readonly version: Element | undefined;
  readonly id: Element | undefined;
  readonly statement: Element | undefined;
  readonly statements: readonly Statement[];
  /** Characters of the document as it would be sent, with and without white space. */
  readonly size: { readonly characters: number; readonly withoutSpace: number };
}

/** A member of a policy or a statement that has a meaning of its own. */
export interface Element {
  readonly member: Member;
  /** The key's span with its quotes, for findings about the element. */
  readonly keySpan: Span;
  readonly value: Value | undefined;
}

export interface Statement {
  readonly node: ObjectValue;
  readonly index: number;
  /** The opening brace, for findings about something that is absent. */
  readonly head: Span;
  readonly sid: Element | undefined;
  readonly effect: Element | undefined;
  /** "Allow" or "Deny" where the text says exactly so. */
  readonly allows: boolean | undefined;
  readonly principal: Principals | undefined;
  readonly notPrincipal: Principals | undefined;
  readonly action: Strings | undefined;
  readonly notAction: Strings | undefined;
  readonly resource: Strings | undefined;
  readonly notResource: Strings | undefined;
  readonly condition: Element | undefined;
  readonly conditions: readonly Condition[];
}

/** An element that holds one string or a list of them. */
export interface Strings extends Element {
  readonly list: ArrayValue | undefined;
  readonly items: readonly Text[];
  /** Whether something in it cannot be known: a reference, a function, a placeholder. */
  readonly unknown: boolean;
}

/** A string of a policy, or something in its place that cannot be known. */
export interface Text {
  readonly node: StringValue | UnknownValue | NumberValue;
  /** Absent where the node is not a string. */
  readonly value: string | undefined;
  /** Holds an interpolation or a placeholder, so that its text is only partly known. */
  readonly partial: boolean;
  readonly span: Span;
}

export interface Principals extends Element {
  /** `"Principal": "*"`. */
  readonly everyone: boolean;
  readonly entries: readonly PrincipalEntry[];
  readonly unknown: boolean;
}

/** One key of a Principal object, such as `AWS`, with its values. */
export interface PrincipalEntry extends Strings {
  readonly key: string;
}

/** One operator × key of a Condition, such as `StringLike` × `wandb:OrgID`. */
export interface Condition {
  readonly operatorMember: Member;
  readonly operator: Operator;
  readonly keyMember: Member;
  readonly key: string;
  readonly keySpan: Span;
  readonly list: ArrayValue | undefined;
  /** Every value, of whatever JSON type. */
  readonly values: readonly Value[];
  readonly unknown: boolean;
}

/** `ForAnyValue:StringLikeIfExists`, taken apart. */
export interface Operator {
  readonly text: string;
  readonly span: Span;
  readonly qualifier: "ForAllValues" | "ForAnyValue" | undefined;
  readonly name: string;
  readonly ifExists: boolean;
}
