import { readJson } from "../syntax/json.js";
import { type Host } from "./host.js";
import { treeParts } from "./tree.js";

/** A JSON document: one policy, one CORS configuration, or settings that hold addresses. */
export const readJsonParts: Host = (source, context) => {
  const tree = readJson(source);
  return treeParts(tree, { format: "json", json: tree, text: source }, context);
};
