import { corsDialects } from "../catalog/cors/dialects.js";
import { type AnyPart } from "../documents/part.js";

/** What distinguishes a part from others of its kind, as outlines and the status show it. */
export function partDetail(part: AnyPart): string | undefined {
  switch (part.kind) {
    case "cors":
      return corsDialects[part.model.dialect].tool;
    case "policy":
    case "key-policy":
      return part.dialect;
    default:
      return undefined;
  }
}
