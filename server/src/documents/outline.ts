import { readDotenv } from "../syntax/dotenv.js";
import { readJson } from "../syntax/json.js";
import { readProperties } from "../syntax/properties.js";
import { readShell } from "../syntax/shell.js";
import { readToml } from "../syntax/toml.js";
import { type Assignment } from "../syntax/assignment.js";
import { type Problem, type Tree, type Value } from "../syntax/value.js";
import { readXml } from "../syntax/xml.js";
import { readYaml } from "../syntax/yaml.js";
import { extentOf } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { textsIn, type BYOBDocument, type HeldText } from "./document.js";
import { maskHoles } from "./holes.js";

/** A value that holds no other, with the names that it stands under. */
export interface Leaf {
  readonly under: Name | undefined;
  readonly span: Span;
  /** What it means, or as it is written where that is not known. */
  readonly value: string;
}

/** A key, and the keys around it. Lists have no name: a lone value means a list of one. */
export interface Name {
  readonly name: string;
  readonly span: Span;
  readonly under: Name | undefined;
}

/** All values of one of a document's texts, and what kept the text from being read. */
export interface Outline {
  readonly format: HeldText["format"];
  readonly span: Span;
  readonly leaves: readonly Leaf[];
  readonly problems: readonly Problem[];
}

/** What a document says, whether or not it is for us: so that versions of it can be compared. */
export function outlinesOf(document: BYOBDocument): readonly Outline[] {
  const text = document.source.getText();
  return textsIn(document).map((held) => outline(held, document, text));
}

function outline(held: HeldText, { uri, options }: BYOBDocument, text: string): Outline {
  const { source, format, holes } = held;
  const span = extentOf(source) ?? { start: source.end, end: source.end };
  const ofTrees = (trees: readonly Tree[]): Outline => ({
    format,
    span,
    leaves: trees.flatMap(({ root }) => (root === undefined ? [] : leavesOf(root, text))),
    problems: trees.flatMap(({ problems }) => problems),
  });
  const ofAssignments = (assignments: readonly Assignment[]): Outline => ({
    format,
    span,
    leaves: assignments.map(leafOfAssignment),
    problems: [],
  });
  switch (format) {
    case "json": {
      const { problems, ...tree } = readJson(maskHoles(source, holes));
      const allowed = uri.endsWith(".jsonc") ? ["comment", "trailing-comma"] : [];
      return ofTrees([
        { ...tree, problems: problems.filter(({ code }) => !allowed.includes(code)) },
      ]);
    }
    case "yaml":
    case "compose":
    case "kubernetes":
    case "helm":
      return ofTrees(readYaml(source));
    case "xml":
      return ofTrees([readXml(source)]);
    case "terraform": {
      const tree = options.readers?.hcl?.(source);
      return ofTrees(tree === undefined ? [] : [tree]);
    }
    case "toml":
      return ofAssignments(readToml(source).flat());
    case "dotenv":
      return ofAssignments(readDotenv(source));
    case "properties":
      return ofAssignments(readProperties(source));
    case "shell": {
      const words = readShell(source).flatMap((command) => command.words);
      const leaves = words.map((word) => ({
        under: undefined,
        span: word.span,
        value: word.text.value,
      }));
      return { format, span, leaves, problems: [] };
    }
    case "markdown":
    case "plain":
    case "none":
      return { format, span, leaves: [], problems: [] };
  }
}

function leafOfAssignment({ name, value, valueSpan }: Assignment): Leaf {
  return {
    under: { name: name.value, span: name.span, under: undefined },
    span: valueSpan,
    value: value.value,
  };
}

function leavesOf(root: Value, text: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: Value, under: Name | undefined): void => {
    const { span } = value;
    switch (value.kind) {
      case "object":
        for (const { key, value: held } of value.members) {
          const name = { name: key.value, span: key.span, under };
          if (held === undefined) leaves.push({ under: name, span: key.span, value: "" });
          else visit(held, name);
        }
        if (value.members.length === 0) leaves.push({ under, span, value: "{}" });
        return;
      case "array":
        for (const item of value.items) visit(item, under);
        if (value.items.length === 0) leaves.push({ under, span, value: "[]" });
        return;
      case "string":
        leaves.push({ under, span, value: value.value });
        return;
      case "number":
      case "boolean":
      case "null":
      case "unknown":
        leaves.push({ under, span, value: text.slice(span.start, span.end) });
    }
  };
  visit(root, undefined);
  return leaves;
}
