import { type Value } from "../../syntax/value.js";
import { type Policy } from "./policy.js";

/** Characters of a policy as it would be sent: its text, or else compact JSON. */
export function policySize({ source, root }: Policy): number {
  return source === undefined ? writtenSize(root) : source.value.length;
}

/** Characters of a policy as it would be sent, white space not counted. */
export function policySizeWithoutSpace(policy: Policy): number {
  if (policy.source === undefined) return policySize(policy);
  const text = policy.source.value;
  let count = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (!isSpace(text.charCodeAt(offset))) count++;
  }
  return count;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Characters of a value as compact JSON. */
function writtenSize(value: Value | undefined): number {
  switch (value?.kind) {
    case undefined:
    case "unknown":
      return 0;
    case "string":
      return JSON.stringify(value.value).length;
    case "number":
    case "boolean":
      return String(value.value).length;
    case "null":
      return 4;
    case "array":
      return value.items.reduce((sum, item) => sum + 1 + writtenSize(item), 1);
    case "object":
      return value.members.reduce(
        (sum, { key, value: held }) =>
          sum + 2 + JSON.stringify(key.value).length + writtenSize(held),
        1,
      );
  }
}
