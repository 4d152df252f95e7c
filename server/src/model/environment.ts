import { type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";

/** The settings of one process: a dotenv file, a container's `env`, a shell script's exports. */
export interface Environment {
  /** In document order, duplicates included. */
  readonly variables: readonly Variable[];
}

export interface Variable {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: SourceText;
  readonly valueSpan: Span;
}
