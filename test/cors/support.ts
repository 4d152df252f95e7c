import { recognizeCors, readCors, type Cors } from "../../server/src/model/cors/cors.js";
import { preflight } from "../../server/src/model/cors/preflight.js";
import { type HclBlock } from "../../server/src/syntax/hcl.js";
import { readJson } from "../../server/src/syntax/json.js";
import { type Tree, type Value } from "../../server/src/syntax/value.js";
import { readXml } from "../../server/src/syntax/xml.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";
import { loadHcl } from "../support/readers.js";

const readHcl = await loadHcl();

/** The CORS configuration that a JSON text is or holds in its containers. */
export function corsOf(text: string | object): Cors {
  const tree = readJson(plainText(typeof text === "string" ? text : JSON.stringify(text)));
  return found(tree, find(tree.root));
}

/** The CORS configuration of a text in any of the languages that conversions write. */
export function corsIn(text: string, language: "json" | "xml" | "terraform"): Cors {
  switch (language) {
    case "json":
      return corsOf(text);
    case "xml": {
      const tree = readXml(plainText(text));
      return found(tree, find(tree.root));
    }
    case "terraform": {
      const tree = readHcl(plainText(text));
      const [resource] = tree.blocksIn(tree.root);
      return found(tree, resource && findBlock(resource));
    }
  }
}

function found(tree: Tree, recognition: ReturnType<typeof recognizeCors>): Cors {
  if (recognition === undefined) throw new Error("The text is no CORS configuration.");
  return readCors(tree, recognition.value, recognition.dialect);
}

function find(value: Value | undefined): ReturnType<typeof recognizeCors> {
  const recognition = recognizeCors(value);
  if (recognition !== undefined || value?.kind !== "object") return recognition;
  return value.members.map((member) => find(member.value)).find((inner) => inner !== undefined);
}

function findBlock({ labels, body }: HclBlock): ReturnType<typeof recognizeCors> {
  const resource = labels[0]?.value;
  const nested = body.members.flatMap(({ key, value }) =>
    key.value === "blob_properties" && value?.kind === "array"
      ? value.items.flatMap((item) => (item.kind === "object" ? item.members : []))
      : [],
  );
  return [...body.members, ...nested]
    .map(({ key, value }) => recognizeCors(value, { name: key.value, resource }))
    .find((inner) => inner !== undefined);
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
