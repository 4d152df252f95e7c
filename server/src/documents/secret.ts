import { type Assignment } from "../syntax/assignment.js";
import { decodeBase64, encodeBase64 } from "../syntax/base64.js";
import { memberOf, type ObjectValue, type StringValue } from "../syntax/value.js";
import { locate, type SourceText } from "../text/source-text.js";

/** The `data` of a Kubernetes Secret, whose values are base64. */
export function secretData(object: ObjectValue): ObjectValue | undefined {
  const kind = memberOf(object, "kind")?.value;
  if (kind?.kind !== "string" || kind.value !== "Secret") return undefined;
  const data = memberOf(object, "data")?.value;
  return data?.kind === "object" ? data : undefined;
}

/** The variables that a Secret holds, decoded. */
export function secretVariables(data: ObjectValue): readonly Assignment[] {
  return data.members.flatMap(({ key, value }) => {
    if (value?.kind !== "string" || value.holes.length > 0) return [];
    const content = decodeContent(value);
    if (content === undefined) return [];
    const name = { value: key.value, span: locate(key.content, 0, key.value.length) };
    return [{ name, value: content, valueSpan: value.span, quote: "other" as const, holes: [] }];
  });
}

/** Every place of the decoded text is the whole of the base64, and so is every change to it. */
function decodeContent({ content }: StringValue): SourceText | undefined {
  const value = decodeBase64(content.value);
  if (value === undefined || value === "") return undefined;
  const span = locate(content, 0, content.value.length);
  const documentLength = span.end - span.start;
  return {
    value,
    segments: [{ at: 0, length: value.length, documentAt: span.start, documentLength }],
    end: span.end,
    encode: (text) => text,
    rewrite: { span, write: (changed) => content.encode(encodeBase64(changed)) },
  };
}
