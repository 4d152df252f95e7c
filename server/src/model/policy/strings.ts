import { type StringValue, type Value } from "../../syntax/value.js";

/** Every string of a value, keys too, in document order. */
export function stringsOf(value: Value): readonly StringValue[] {
  const found: StringValue[] = [];
  collect(value, found);
  return found;
}

function collect(value: Value, found: StringValue[]): void {
  switch (value.kind) {
    case "string":
      found.push(value);
      break;
    case "array":
      for (const item of value.items) collect(item, found);
      break;
    case "object":
      for (const { key, value: held } of value.members) {
        found.push(key);
        if (held !== undefined) collect(held, found);
      }
      break;
    case "number":
    case "boolean":
    case "null":
    case "unknown":
      break;
  }
}
