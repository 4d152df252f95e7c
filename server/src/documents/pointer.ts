import { type Tree, type Value } from "../syntax/value.js";
import { contains, type Span } from "../text/span.js";

/** The RFC 6901 pointer of the innermost value or member that holds a span. */
export function pointerAt(tree: Tree, span: Span): string {
  let pointer = "";
  let value: Value | undefined = tree.root;
  while (value !== undefined) {
    if (value.kind === "object") {
      const member = value.members.find((each) => contains(each.span, span));
      if (member === undefined) return pointer;
      pointer += `/${member.key.value.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (contains(member.key.span, span)) return pointer;
      value = member.value;
    } else if (value.kind === "array") {
      const index = value.items.findIndex((item) => contains(item.span, span));
      if (index < 0) return pointer;
      pointer += `/${String(index)}`;
      value = value.items[index];
    } else {
      return pointer;
    }
  }
  return pointer;
}
