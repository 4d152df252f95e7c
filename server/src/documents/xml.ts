import { readXml } from "../syntax/xml.js";
import { type Host } from "./host.js";
import { partsAroundSlips } from "./part.js";
import { structuredPart } from "./structured.js";

/** An XML document, which is a CORS configuration or nothing of ours. */
export const readXmlParts: Host = (source, context) => {
  if (!source.value.includes("CORS")) return [];
  const tree = readXml(source);
  const { root } = tree;
  const part = root && structuredPart(tree, root, {}, {}, context);
  return part === undefined ? [] : partsAroundSlips([part], tree);
};
