import { readJson } from "../syntax/json.js";
import { type Tree } from "../syntax/value.js";
import { type SourceText } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { readFunctions, templateScope } from "./cloudformation.js";
import { isTemplate } from "./format.js";
import { type Host, type HostContext } from "./host.js";
import { bareHoles, markHoles, maskHoles } from "./holes.js";
import { partsOfBroken } from "./part.js";
import { namedPart } from "./structured.js";
import { treeParts } from "./tree.js";

/** A JSON document: one policy, one CORS configuration, or settings that hold addresses. */
export const readJsonParts: Host = (source, context) => {
  const strict = context.holes.length === 0 ? readJson(source) : undefined;
  // Nothing of JSON looks like what a program fills in outside of a string.
  const holes =
    strict === undefined || strict.problems.length > 0
      ? [...context.holes, ...bareHoles(source.value)]
      : [];
  const read = strict !== undefined && holes.length === 0 ? strict : readTemplate(source, holes);
  const tree = context.uri.endsWith(".jsonc") ? withComments(read) : read;
  // The size of a text that is still to be filled in says nothing.
  const isWhole = holes.length === 0 && tree.brokenAt === undefined && tree.isMended !== true;
  const text = isWhole ? { text: source } : {};
  const template = readFunctions(tree);
  const scope = templateScope(template, context.documentText) ?? context.scope;
  const parts = treeParts(template, { format: "json", json: tree, ...text }, { ...context, scope });
  const named =
    parts.length === 0 && isDocument(source, context)
      ? namedPart(tree, source, context)
      : undefined;
  return partsOfBroken(named === undefined ? parts : [named], tree);
};

/** Whether a text is all of a JSON document, and no template of one. */
function isDocument({ value }: SourceText, { documentText, format, uri }: HostContext): boolean {
  return format === "json" && value === documentText && !isTemplate(uri);
}

/** A file that is named for comments has them taken out before anything is sent. */
function withComments(tree: Tree): Tree {
  const problems = tree.problems.filter(
    ({ code }) => code !== "comment" && code !== "trailing-comma",
  );
  return { ...tree, problems };
}

/** JSON that another program fills in before it is read: a here-document, a template. */
function readTemplate(source: SourceText, holes: readonly Span[]): Tree {
  return markHoles(readJson(maskHoles(source, holes)), source, holes);
}
