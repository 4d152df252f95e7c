import { type AnyPart } from "../documents/part.js";
import { secretKeysOf, secretVariablesOf } from "../model/installation/secrets.js";
import { type Span } from "../text/span.js";
import { linesOf, secretSpans } from "./address/parts.js";

/** The stretches of a part that neither a screen nor a report must show, each on one line. */
export function spansOfSecrets(part: AnyPart): readonly Span[] {
  switch (part.kind) {
    case "address":
      return secretSpans(part.model);
    case "environment":
      return [
        ...secretVariablesOf(part.model).flatMap(({ value }) =>
          linesOf(value, 0, value.value.length),
        ),
        ...secretKeysOf(part.model).map(({ span }) => span),
      ];
    default:
      return [];
  }
}
