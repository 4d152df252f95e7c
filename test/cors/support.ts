import { recognizeCors, readCors, type Cors } from "../../server/src/model/cors.js";
import { readJson } from "../../server/src/syntax/json.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";
import { preflight } from "../../server/src/model/preflight.js";

/** The CORS configuration that a JSON text is as a whole. */
export function corsOf(text: string | object): Cors {
  const tree = readJson(plainText(typeof text === "string" ? text : JSON.stringify(text)));
  const found = recognizeCors(tree.root);
  if (found === undefined) throw new Error("The text is no CORS configuration.");
  return readCors(tree, found.value, found.dialect);
}

/** One line for each request: what becomes of it, by which rule, and why. */
export function verdictLines(
  cors: Cors,
  origin: string,
  options: Parameters<typeof preflight>[2] = {},
): readonly string[] {
  return preflight(cors, origin, options).requests.map(
    ({ method, allowed, rule, reasons }) =>
      `${method} ${allowed ? "passes" : "fails"} by ${rule === null ? "no rule" : `rule ${String(rule + 1)}`}: ${reasons.map((reason) => formatMessage(reason)).join(" ")}`,
  );
}
