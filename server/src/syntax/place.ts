import { type Span } from "../text/span.js";
import { type Member, type Value } from "./value.js";

/** Where an offset stands in a tree of values. */
export interface Place {
  /** Keys and indices from the root to the innermost value. */
  readonly path: readonly (string | number)[];
  /** The objects and arrays around the place, outermost first, then the innermost value itself. */
  readonly values: readonly Value[];
  /** The member whose key the offset is in. */
  readonly key: Member | undefined;
  /** The member whose value is still to be typed where the offset is. */
  readonly missing: Member | undefined;
}

/** The innermost place in a tree that an offset stands in; ends count, since a cursor stands there. */
export function placeAt(root: Value, offset: number): Place | undefined {
  if (!holds(root.span, offset)) return undefined;
  const path: (string | number)[] = [];
  const values: Value[] = [root];
  let value = root;
  for (;;) {
    if (value.kind === "object") {
      const inside = value.members.filter(({ span }) => holds(span, offset));
      const key = inside.find((member) => holds(member.key.span, offset));
      if (key !== undefined)
        return { path: [...path, key.key.value], values, key, missing: undefined };
      const member = inside.find(
        (each) => each.value !== undefined && holds(each.value.span, offset),
      );
      if (member?.value === undefined) {
        return { path, values, key: undefined, missing: missingBefore(value.members, offset) };
      }
      path.push(member.key.value);
      ({ value } = member);
    } else if (value.kind === "array") {
      const index = value.items.findIndex(({ span }) => holds(span, offset));
      const item = value.items[index];
      if (item === undefined) return { path, values, key: undefined, missing: undefined };
      path.push(index);
      value = item;
    } else {
      return { path, values, key: undefined, missing: undefined };
    }
    values.push(value);
  }
}

/** The last member before the offset, where it has no value yet. */
function missingBefore(members: readonly Member[], offset: number): Member | undefined {
  const last = members.findLast(({ span }) => span.end <= offset);
  return last?.value === undefined ? last : undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
