import {
  type ArrayValue,
  type Member,
  type ObjectValue,
  type Problem,
  type Tree,
  type Value,
} from "../syntax/value.js";
import { type Span } from "../text/span.js";

/** How a CORS configuration is spelled, which follows from the tool that takes it. */
export type CorsDialect =
  | "s3" // the console's bare array
  | "s3-cli" // { "CORSRules": [...] }
  | "s3-xml"
  | "cloudformation"
  | "terraform-aws"
  | "gcs" // bare list
  | "gcs-api" // { "cors": [...] }
  | "terraform-google"
  | "azure" // corsRules
  | "azure-cli"
  | "terraform-azure";

/** A CORS configuration, one for all dialects. */
export interface Cors {
  readonly dialect: CorsDialect;
  readonly tree: Tree;
  readonly problems: readonly Problem[];
  readonly span: Span;
  /** Where a finding about the whole goes: its first character. */
  readonly head: Span;
  /** The value that holds the rules; absent where it is missing or of another type. */
  readonly list: ArrayValue | undefined;
  readonly rules: readonly CorsRule[];
}

export interface CorsRule {
  readonly node: ObjectValue;
  readonly index: number;
  /** The opening brace, for findings about something that is absent. */
  readonly head: Span;
  readonly origins: CorsField | undefined;
  readonly methods: CorsField | undefined;
  /** Request headers that a preflight may ask for. */
  readonly allowedHeaders: CorsField | undefined;
  /** Response headers that the browser may read; in Google's dialect the same field as `allowedHeaders`. */
  readonly exposedHeaders: CorsField | undefined;
  readonly maxAge: CorsNumber | undefined;
  readonly id: Member | undefined;
  /** Members that the dialect does not know. */
  readonly unknown: readonly Member[];
}

export interface CorsField {
  readonly member: Member;
  readonly keySpan: Span;
  readonly list: ArrayValue | undefined;
  readonly items: readonly CorsText[];
  /** Whether something in it cannot be known. */
  readonly partial: boolean;
}

export interface CorsText {
  readonly value: string;
  readonly node: Value;
  readonly span: Span;
  readonly partial: boolean;
}

export interface CorsNumber {
  readonly member: Member;
  readonly keySpan: Span;
  readonly node: Value | undefined;
  /** Absent where the text is no number or cannot be known. */
  readonly seconds: number | undefined;
}
