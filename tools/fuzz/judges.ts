import { spawnSync } from "node:child_process";
import xmlParser from "fast-xml-parser";
import { parse as parseJson, visit as visitJson, type ParseError } from "jsonc-parser";
import { parse as parseToml } from "smol-toml";
import { isScalar, parseAllDocuments, visit as visitYaml } from "yaml";
import { type Format } from "../../server/src/documents/format.js";
import { type HclNode, type HclParser } from "../../server/src/syntax/hcl-parser.js";
import { type Span } from "../../server/src/text/span.js";

/** A value as another program reads it. */
export interface SeenValue extends Span {
  readonly value: unknown;
}

/** What other programs make of a text; none of this project's readers has a say. */
export interface Judge {
  /** How many faults it finds; none for a valid text. */
  readonly faults: (text: string) => number;
  /** The values, where it can tell their places. */
  readonly values?: (text: string) => readonly SeenValue[];
}

export function judgeOf(fileName: string, format: Format, parseHcl: HclParser): Judge | undefined {
  switch (format) {
    case "json":
      return fileName.endsWith(".jsonc") ? jsonWithComments : strictJson;
    case "yaml":
    case "compose":
    case "kubernetes":
    case "helm":
      return yaml;
    case "toml":
      return { faults: (text) => failures(() => parseToml(text)) };
    case "xml":
      return { faults: (text) => (xmlParser.validate(text) === true ? 0 : 1) };
    case "terraform":
      return {
        faults: (text) => {
          const root = parseHcl(text);
          return root === undefined ? 1 : errorNodes(root);
        },
      };
    case "shell":
      return /dockerfile/i.test(fileName) ? undefined : shell;
    case "markdown":
      return markdown;
    case "dotenv":
    case "properties":
      return settings;
    case "plain":
    case "none":
      return undefined;
  }
}

function failures(parse: () => unknown): number {
  try {
    parse();
    return 0;
  } catch {
    return 1;
  }
}

const strictJson: Judge = {
  faults: (text) => {
    const plain = text.replace(/^\uFEFF/, "");
    if (failures(() => JSON.parse(plain)) === 0) return 0;
    const errors: ParseError[] = [];
    parseJson(plain, errors, { disallowComments: true, allowTrailingComma: false });
    return Math.max(1, errors.length);
  },
  values: (text) => (failures(() => JSON.parse(text)) === 0 ? jsonValues(text) : []),
};

const jsonWithComments: Judge = {
  faults: (text) => {
    const errors: ParseError[] = [];
    parseJson(text, errors, { allowTrailingComma: true });
    return errors.length;
  },
};

function jsonValues(text: string): readonly SeenValue[] {
  const values: SeenValue[] = [];
  visitJson(text, {
    onLiteralValue: (value: unknown, offset, length) => {
      values.push({ value, start: offset, end: offset + length });
    },
    onObjectProperty: (value, offset, length) => {
      values.push({ value: `${value}:`, start: offset, end: offset + length });
    },
  });
  return values;
}

const yaml: Judge = {
  faults: (text) => {
    // What a template will be is not known before it is filled in.
    if (text.includes("{{")) return 0;
    return parseAllDocuments(text, { logLevel: "silent" }).flatMap(({ errors }) => errors).length;
  },
  values: (text) => {
    const values: SeenValue[] = [];
    if (text.includes("{{")) return values;
    const documents = parseAllDocuments(text, { logLevel: "silent" });
    for (const document of documents) {
      if (!("contents" in document)) continue;
      if (document.errors.length > 0) return [];
      visitYaml(document, (key, node) => {
        if (!isScalar(node) || node.range === undefined || node.range === null) return;
        const [start, end] = node.range;
        values.push({ value: key === "key" ? `${String(node.value)}:` : node.value, start, end });
      });
    }
    return values;
  },
};

function errorNodes({ type, missing, children }: HclNode): number {
  const own = type === "ERROR" || missing ? 1 : 0;
  return children.reduce((sum, child) => sum + errorNodes(child), own);
}

const shell: Judge = {
  faults: (text) => (spawnSync("bash", ["-n"], { input: text }).status === 0 ? 0 : 1),
};

/** The blocks of a page: each that says it is JSON, and whether all of them are closed. */
const markdown: Judge = {
  faults: (text) => {
    const blocks = text.split(/^```/m);
    const isOpen = blocks.length % 2 === 0 ? 1 : 0;
    const broken = blocks.filter(
      (block, index) =>
        index % 2 === 1 &&
        block.startsWith("json\n") &&
        failures(() => JSON.parse(block.slice(block.indexOf("\n")))) > 0,
    );
    return isOpen + broken.length;
  },
};

/** Lines that set nothing, in a file of settings. */
const settings: Judge = {
  faults: (text) => {
    const lines = text.split(/\r?\n/);
    return lines.filter((line) => /^\s*[^\s#;![]/.test(line) && !/[=:]/.test(line)).length;
  },
};
