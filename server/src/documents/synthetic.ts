import { type Member, type StringValue } from "../syntax/value.js";
import { type Span } from "../text/span.js";

/** A member that a tool adds to what is written, such as a version; its place is that of its holder. */
export function syntheticMember(span: Span, name: string, text: string): Member {
  const string = (value: string): StringValue => ({
    kind: "string",
    span,
    value,
    content: {
      value,
      segments: [{ at: 0, length: value.length, documentAt: span.start, documentLength: 1 }],
      end: span.end,
      encode: (written) => written,
    },
    holes: [],
  });
  return { key: string(name), value: string(text), span };
}
