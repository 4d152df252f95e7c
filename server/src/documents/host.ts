import { type PolicyType } from "../model/policy/policy.js";
import { type HclReader } from "../syntax/hcl.js";
import { type StringValue } from "../syntax/value.js";
import { type SourceText } from "../text/source-text.js";
import { type Message } from "../text/message.js";
import { type Span } from "../text/span.js";
import { type Format } from "./format.js";
import { type AnyPart } from "./part.js";
import { type Scope } from "./references.js";

/** Readers that are loaded only when a document needs them. */
export interface Readers {
  readonly hcl?: HclReader;
}

/** What stands around a value and can tell what it is. */
export interface Surroundings {
  /** The key or block that the value stands under. */
  readonly name?: string | undefined;
  /** The type of the CloudFormation or Terraform resource that the value stands in. */
  readonly resource?: string | undefined;
  /** The name of the bucket that the resource configures. */
  readonly bucket?: string | undefined;
  /** What the key that the resource makes is for. */
  readonly usage?: StringValue | undefined;
}

/** What a host needs to know besides its text. */
export interface HostContext {
  readonly uri: string;
  /** All of the document, which every span is a place in. */
  readonly documentText: string;
  readonly format: Format;
  readonly readers: Readers;
  /** Names of further settings whose values are storage addresses. */
  readonly addressKeys: readonly string[];
  /** What the policies of this document are by the user's word; `none` for no policies at all. */
  readonly policyType: PolicyType | "none" | undefined;
  /** Where the user said so. */
  readonly policyReason: Message;
  /** Whether the settings at hand stand among the W&B server's own, so that their `BUCKET` is its. */
  readonly isServer: boolean;
  /** Whether the values are those of a Kubernetes Secret. */
  readonly isSecret: boolean;
  /** Whether one of the settings at hand gives the server a Region, so that an address needs none. */
  readonly hasRegion: boolean;
  /** Whether a program gets the values as they stand, as from a Secret or a ConfigMap of Kubernetes. */
  readonly isLiteral: boolean;
  /** Stretches of the text at hand that its host fills in later. */
  readonly holes: readonly Span[];
  /** What stands around the text at hand in the document that holds it. */
  readonly around: Surroundings;
  /** What references in the text at hand stand for, where a document says so that holds it. */
  readonly scope: Scope | undefined;
  /** How many documents this text is nested in; guards against endless nesting. */
  readonly depth: number;
  /** Finds the parts of a text that stands in the one at hand. */
  readonly readText: ReadText;
}

/** Finds the parts of a text in one host format. */
export type Host = (source: SourceText, context: HostContext) => readonly AnyPart[];

/** What is known of a text. */
export interface TextPlace {
  /** Absent where its content has to tell. */
  readonly format?: Format | undefined;
  /** Stretches of the text that its host fills in later, in its own offsets. */
  readonly holes?: readonly Span[] | undefined;
}

export type ReadText = (
  source: SourceText,
  place: TextPlace,
  context: HostContext,
) => readonly AnyPart[];
