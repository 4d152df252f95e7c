import { readProperties } from "../syntax/properties.js";
import { locate } from "../text/source-text.js";
import { assignmentParts } from "./dotenv.js";
import { type Host } from "./host.js";

/** A properties or INI file. */
export const readPropertiesParts: Host = (source, context) => {
  const span = locate(source, 0, source.value.length);
  return assignmentParts(readProperties(source), "properties", span, context);
};
