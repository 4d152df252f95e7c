import { type Tree } from "web-tree-sitter";
import { firstAt } from "../text/search.js";

/** A node of the parser's tree, copied so that the tree itself can be freed at once. */
export interface HclNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Set where the parser made up what the text lacks. */
  readonly missing: boolean;
  readonly children: readonly HclNode[];
}

/** The two WebAssembly files that reading HCL takes. */
export interface HclWasm {
  readonly runtime: Uint8Array;
  readonly language: Uint8Array;
}

/** Parses a text; nothing where that takes far more steps than a text of its length is worth. */
export type HclParser = (text: string) => HclNode | undefined;

/** Chains of operators nest as well; what is deeper than any bracket can be is not looked into. */
const maxDepth = 1000;

/** Starts the parser. Its code is loaded here and not with the module that imports this one. */
export async function createHclParser({ runtime, language }: HclWasm): Promise<HclParser> {
  const { Language, Parser } = await import("web-tree-sitter");
  // In a bundle for the web it does not know its own address, and would look for it in vain.
  await Parser.init({ wasmBinary: runtime, locateFile: (name: string) => name });
  const parser = new Parser().setLanguage(await Language.load(language));
  return (text) => {
    // The parser takes a zero for the end of the text.
    const { text: known, placeOf } = shorten(text.replaceAll("\0", " ").replaceAll("\ufeff", " "));
    // It asks whether to go on about twice in a hundred characters.
    let left = 500 + known.length / 10;
    const progressCallback = (): boolean => (left -= 1) < 0;
    const tree = parser.parse(known, null, { progressCallback });
    if (tree !== null) return copyTree(tree, known, placeOf);
    parser.reset();
    return undefined;
  };
}

/** Longer stretches of blanks and line ends cost the parser, behind a slip, the square of their length. */
const longBlank = /[ \t\r\n]{200,}/g;
/** How much is kept of such a stretch at either end. */
const kept = 50;

interface Shortened {
  readonly text: string;
  /** Where a place of the shortened text is in the whole one. */
  readonly placeOf: (offset: number) => number;
}

function shorten(whole: string): Shortened {
  const cuts: { readonly at: number; readonly removed: number }[] = [];
  let removed = 0;
  let text = "";
  let offset = 0;
  for (const { index, 0: blank } of whole.matchAll(longBlank)) {
    const [from, to] = [index + kept, index + blank.length - kept];
    // A line end between the two ends is one still.
    const between = whole.slice(from, to).includes("\n") ? "\n" : " ";
    text += whole.slice(offset, from) + between;
    removed += to - from - between.length;
    cuts.push({ at: text.length, removed });
    offset = to;
  }
  if (cuts.length === 0) return { text: whole, placeOf: (place) => place };
  text += whole.slice(offset);
  const placeOf = (place: number): number => {
    const after = firstAt(cuts.length, (index) => (cuts[index]?.at ?? 0) > place);
    return place + (cuts[after - 1]?.removed ?? 0);
  };
  return { text, placeOf };
}

function copyTree(tree: Tree, text: string, placeOf: (offset: number) => number): HclNode {
  const cursor = tree.walk();
  const { hasError } = tree.rootNode;
  const copy = (depth: number): HclNode => {
    const { nodeType: type, startIndex: start, endIndex: end, nodeIsMissing: missing } = cursor;
    const children: HclNode[] = [];
    const isQuoted = templates.has(type) && !text.slice(start, end).includes("\n");
    // Templates are decoded elsewhere; inside them only slips are looked for.
    const isWhole = isQuoted || type === "heredoc_template";
    const isSound = isWhole && !(hasError && cursor.currentNode.hasError);
    if (!isSound && depth < maxDepth && cursor.gotoFirstChild()) {
      do children.push(copy(depth + 1));
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    return { type, start: placeOf(start), end: placeOf(end), missing, children };
  };
  try {
    return copy(0);
  } finally {
    cursor.delete();
    tree.delete();
  }
}

/** Strings in quotes. */
export const templates: ReadonlySet<string> = new Set(["string_lit", "quoted_template"]);
