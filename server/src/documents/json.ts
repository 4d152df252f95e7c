import { readJson } from "../syntax/json.js";
import { resolveTemplate } from "./cloudformation.js";
import { type Host } from "./host.js";
import { treeParts } from "./tree.js";

/** A JSON document: one policy, one CORS configuration, or settings that hold addresses. */
export const readJsonParts: Host = (source, context) => {
  const tree = readJson(source);
  const host = { format: "json", json: tree, text: source } as const;
  return treeParts(resolveTemplate(tree), host, context);
};
