import { bucketModulePlaces } from "../../catalog/installation/terraform-modules.js";
import { type StringValue, type Tree } from "../../syntax/value.js";
import { type Span } from "../../text/span.js";
import { mapTree } from "../map-tree.js";

/** A policy's tree in which the places that a module fills in are holes. Most texts have none. */
export function withModulePlaces(tree: Tree, documentText: string): Tree {
  const places = bucketModulePlaces.value.filter((place) => documentText.includes(place));
  if (places.length === 0) return tree;
  return mapTree(tree, (value) => (value.kind === "string" ? withHoles(value, places) : undefined));
}

function withHoles(string: StringValue, places: readonly string[]): StringValue | undefined {
  const holes: Span[] = [];
  for (const place of places) {
    for (let at = string.value.indexOf(place); at >= 0; at = string.value.indexOf(place, at + 1)) {
      holes.push({ start: at, end: at + place.length });
    }
  }
  return holes.length === 0 ? undefined : { ...string, holes: [...string.holes, ...holes] };
}
