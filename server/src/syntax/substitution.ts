import { type Span } from "../text/span.js";
import { createDecoding } from "./decoding.js";
import { itemsOf, memberOf, type StringValue, type Value } from "./value.js";

/**
 * `${Name}` is filled in by CloudFormation, and `${!Name}` stands for `${Name}`. Of the function's own variables,
 * a text stands for itself, and a reference for what it leads to.
 */
export function substitute(template: StringValue, variables?: Value): StringValue {
  const { content, value } = template;
  const decoding = createDecoding(content);
  const holes: Span[] = [...template.holes];
  let offset = 0;
  for (;;) {
    const open = value.indexOf("${", offset);
    const close = open < 0 ? -1 : value.indexOf("}", open);
    if (close < 0) break;
    decoding.copy(offset, open);
    if (value.charAt(open + 2) === "!") {
      decoding.copy(open, open + 2);
      decoding.copy(open + 3, close + 1);
    } else {
      const start = decoding.length();
      const variable = memberOf(variables, value.slice(open + 2, close).trim())?.value;
      const text = variable?.kind === "string" ? variable.value : undefined;
      const path = variable === undefined ? undefined : pathOf(variable);
      if (text !== undefined) decoding.put(text, open, close + 1);
      else if (path === undefined) decoding.copy(open, close + 1);
      else decoding.put(`\${${path}}`, open, close + 1);
      if (text === undefined) holes.push({ start, end: decoding.length() });
    }
    offset = close + 1;
  }
  decoding.copy(offset, value.length);
  const substituted = decoding.finish(value.length, (text) => text);
  const ordered = holes.toSorted((a, b) => a.start - b.start);
  return { ...template, value: substituted.value, content: substituted, holes: ordered };
}

/** What `Ref` or `Fn::GetAtt` leads to, as `Fn::Sub` writes it. */
function pathOf(value: Value): string | undefined {
  const call =
    value.kind === "object" && value.members.length === 1
      ? { name: value.members[0]?.key.value, parameter: value.members[0]?.value }
      : value.kind === "unknown" && value.computed?.kind === "call"
        ? { name: value.computed.name, parameter: value.computed.parameters[0] }
        : undefined;
  if (call?.name !== "Ref" && call?.name !== "Fn::GetAtt") return undefined;
  const names = itemsOf(call.parameter).map((item) => (item.kind === "string" ? item.value : ""));
  return names.length === 0 || names.includes("") ? undefined : names.join(".");
}
