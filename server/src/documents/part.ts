import { type Kind, type Models } from "../model/models.js";
import { type Tree } from "../syntax/value.js";
import { type Message } from "../text/message.js";
import { touches, type Span } from "../text/span.js";

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
  /** Where the text that it stands in cannot be read on; what is read after it, or around it, may be wrong. */
  readonly brokenAt?: number;
  /** Set where the text that it stands in was read as if it had a bracket that it lacks. */
  readonly isMended?: true;
}

/** Parts of a text that may be read only in part. */
export function partsOfBroken(
  parts: readonly AnyPart[],
  { brokenAt, isMended }: Pick<Tree, "brokenAt" | "isMended">,
): readonly AnyPart[] {
  if (brokenAt === undefined && isMended === undefined) return parts;
  const state = {
    ...(brokenAt === undefined ? {} : { brokenAt }),
    ...(isMended === undefined ? {} : { isMended }),
  };
  return parts.map((part) => ({ ...state, ...part }));
}

/** Parts of a text whose reader goes on after a slip: only what the slip is in may be read wrongly. */
export function partsAroundSlips(
  parts: readonly AnyPart[],
  { problems }: Pick<Tree, "problems">,
): readonly AnyPart[] {
  const slips = problems.filter(({ code }) => code === "syntax" || code === "unclosed");
  if (slips.length === 0) return parts;
  return parts.map((part) =>
    slips.some(({ span }) => touches(part.span, span))
      ? { brokenAt: part.span.start, ...part }
      : part,
  );
}

export type AnyPart = { readonly [K in Kind]: Part<K> }[Kind];
