import { type Assignment, lineEnd, nameEnd, nextLine, skipBlanks } from "../syntax/assignment.js";
import { locate, sliceText, type SourceText } from "../text/source-text.js";
import { message } from "../text/message.js";
import { assignmentParts } from "./dotenv.js";
import { type Host, type HostContext } from "./host.js";
import { formatOfText } from "./nested.js";
import { type AnyPart } from "./part.js";
import { addressPart } from "./setting.js";
import { isTellingAddress, schemeKindOf } from "./scheme.js";

/**
 * A list of more addresses than this is data (the names of objects), and no configuration. A
 * few lines of plain text are what one pastes to have an address looked at.
 */
const mostLines = 20;

/** Plain text: a document that was pasted, or lines that are addresses or settings. */
export const readPlainParts: Host = (source, context) => {
  const format = formatOfText(source);
  return format === "none" || format === "dotenv"
    ? lineParts(source, context)
    : context.readText(source, { format, holes: context.holes }, context);
};

function lineParts(source: SourceText, context: HostContext): readonly AnyPart[] {
  const text = source.value;
  const assignments: Assignment[] = [];
  const bare: AnyPart[] = [];
  for (let offset = 0; offset < text.length; offset = nextLine(text, offset)) {
    const limit = lineEnd(text, offset);
    const start = skipBlanks(text, offset, limit);
    const end = start + text.slice(start, limit).trimEnd().length;
    const setting = readSetting(source, start, end);
    if (setting !== undefined) assignments.push(setting);
    else if (schemeKindOf(text.slice(start, start + 20)) !== undefined) {
      bare.push(...bareAddress(source, start, end, context));
    }
  }
  return [
    ...assignmentParts(assignments, "plain", locate(source, 0, text.length), context),
    ...(bare.length <= mostLines ? bare : []),
  ];
}

/** `NAME=value`, without quotes, as in a form or a message. */
function readSetting(source: SourceText, start: number, end: number): Assignment | undefined {
  const text = source.value;
  const afterName = nameEnd(text, start);
  if (afterName === start || text.charAt(afterName) !== "=" || afterName >= end) return undefined;
  return {
    name: { value: text.slice(start, afterName), span: locate(source, start, afterName) },
    value: sliceText(source, afterName + 1, end),
    valueSpan: locate(source, afterName + 1, end),
    quote: "none",
    holes: [],
  };
}

/** An address that has its line to itself. A sentence that begins with one has further words. */
function bareAddress(
  source: SourceText,
  start: number,
  end: number,
  { depth }: HostContext,
): readonly AnyPart[] {
  const text = source.value.slice(start, end);
  // In another document, such as an example of code, a plain address can be any program's.
  if (depth > 1 && !isTellingAddress(text)) return [];
  const isWeb = /^["'`]?(?:https?|file):/i.test(text);
  if (isWeb || (/\s/.test(text) && !text.includes("@"))) return [];
  const setting = {
    name: undefined,
    value: sliceText(source, start, end),
    valueSpan: locate(source, start, end),
    quote: "none" as const,
    holes: [],
  };
  const reason = message("The line is a storage address.");
  return [addressPart(setting, "plain", { reason })];
}
