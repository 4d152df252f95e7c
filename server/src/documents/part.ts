import { type Kind, type Models } from "../model/models.js";
import { type Tree } from "../syntax/value.js";
import { type Message } from "../text/message.js";
import { type Span } from "../text/span.js";

/** A stretch of a document that rules can judge: a whole CORS file, or one address among settings. */
export interface Part<K extends Kind = Kind> {
  readonly kind: K;
  /** Which of the kind's forms it has, such as `s3-cli` or `bucket`. */
  readonly dialect: string | undefined;
  readonly span: Span;
  /** Why it was taken for this kind. */
  readonly reason: Message;
  readonly model: Models[K];
  /** The tree it was read from, where that tree is JSON, so that places in it have pointers. */
  readonly json: Tree | undefined;
}

export type AnyPart = { readonly [K in Kind]: Part<K> }[Kind];
