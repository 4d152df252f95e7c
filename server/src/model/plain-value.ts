import { type Plain, type Value } from "../syntax/value.js";

/** A value as it would be written anew; nothing where it holds something that is filled in later. */
export function plainValue(value: Value | undefined): Plain | undefined {
  switch (value?.kind) {
    case "string":
      return value.holes.length > 0 ? undefined : value.value;
    case "number":
    case "boolean":
      return value.value;
    case "null":
      return null;
    case "array": {
      const items = value.items.map(plainValue);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "object": {
      const members: Record<string, Plain> = {};
      for (const { key, value: held } of value.members) {
        const plain = plainValue(held);
        if (plain === undefined) return undefined;
        members[key.value] = plain;
      }
      return members;
    }
    case "unknown":
    case undefined:
      return undefined;
  }
}
