import { readXml } from "../syntax/xml.js";
import { azureXmlPart } from "./azure-xml.js";
import { fileName } from "./format.js";
import { type Host } from "./host.js";
import { partsAroundSlips } from "./part.js";
import { isNamedForCors, namedXmlPart, structuredPart } from "./structured.js";

/** An XML document, which is a CORS configuration or nothing of ours. */
export const readXmlParts: Host = (source, context) => {
  const isNamed = isNamedForCors(fileName(context.uri).toLowerCase());
  if (!isNamed && !/CORS|CorsRule/.test(source.value)) return [];
  const tree = readXml(source);
  const { root } = tree;
  const part =
    azureXmlPart(tree) ??
    (root && structuredPart(tree, root, {}, {}, context)) ??
    (isNamed ? namedXmlPart(tree, source) : undefined);
  return part === undefined ? [] : partsAroundSlips([part], tree);
};
