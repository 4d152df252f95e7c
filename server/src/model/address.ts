import { type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";

/** Where an address was found, which decides what it may be and how it is written. */
export interface AddressContext {
  /** The setting's name, such as `BUCKET`; absent where the string stands alone. */
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  /** The whole value as the host has it, quotes included. */
  readonly valueSpan: Span;
  /** The host format, for fixes that need its syntax. */
  readonly host: HostFormat;
  /** Whether the name is a W&B setting, or one that the user named as such. Any other text only looks alike. */
  readonly known: boolean;
  /** How the host quotes the value; `none` where a shell or YAML may read some characters otherwise. */
  readonly quote: Quote;
}

/** `other` for any further way to delimit a text: a block, a here-document, base64. */
export type Quote = "none" | "single" | "double" | "other";

export type HostFormat =
  | "plain"
  | "dotenv"
  | "shell"
  | "compose"
  | "kubernetes"
  | "helm"
  | "yaml"
  | "json"
  | "terraform"
  | "toml"
  | "properties"
  | "markdown";

/** A storage address, taken apart as the W&B server's URL parser takes it. */
export interface Address {
  readonly text: SourceText;
  readonly context: AddressContext;
}
