import { type Plain, type Value } from "../syntax/value.js";

/** A value without its places, for writing it anew; absent where part of it cannot be known. */
export function plainValue(value: Value | undefined): Plain | undefined {
  switch (value?.kind) {
    case "string":
      return value.holes.length > 0 ? undefined : value.value;
    case "number":
    case "boolean":
      return value.value;
    case "null":
      return null;
    case "unknown":
    case undefined:
      return undefined;
    case "array": {
      const items = value.items.map(plainValue);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "object": {
      const entries: [string, Plain][] = [];
      for (const member of value.members) {
        const plain = plainValue(member.value);
        if (plain === undefined) return undefined;
        entries.push([member.key.value, plain]);
      }
      return Object.fromEntries(entries);
    }
  }
}
