import { locate, type SourceText } from "../text/source-text.js";
import { type Assignment, lineEnd, nextLine, skipBlanks } from "./assignment.js";
import { createDecoding } from "./decoding.js";
import { readDotenvValue } from "./dotenv.js";

/**
 * Reads a properties or INI file: `name = value` or `name: value` a line, with sections in brackets
 * and comments behind `#`, `;` or `!`. A value in quotes is read without them.
 */
export function readProperties(source: SourceText): readonly Assignment[] {
  const text = source.value;
  const assignments: Assignment[] = [];
  for (let offset = 0; offset < text.length; offset = nextLine(text, offset)) {
    const found = readLine(source, offset);
    if (found !== undefined) assignments.push(found);
  }
  return assignments;
}

function readLine(source: SourceText, lineStart: number): Assignment | undefined {
  const text = source.value;
  const limit = lineEnd(text, lineStart);
  const start = skipBlanks(text, lineStart, limit);
  if (start === limit || "#;![".includes(text.charAt(start))) return undefined;
  let separator = start;
  while (separator < limit && !"=:".includes(text.charAt(separator))) separator += 1;
  if (separator === limit) return undefined;
  const path = text.slice(start, separator).trimEnd();
  if (path === "" || /\s/.test(path)) return undefined;
  const nameStart = start + path.lastIndexOf(".") + 1;
  const nameEnd = start + path.length;
  const name = { value: text.slice(nameStart, nameEnd), span: locate(source, nameStart, nameEnd) };
  const valueStart = skipBlanks(text, separator + 1, limit);
  const mark = text.charAt(valueStart);
  if (mark === '"' || mark === "'") {
    return { name, ...readDotenvValue(source, valueStart).value };
  }
  return { name, ...readBare(source, valueStart, limit) };
}

/** A value without quotes, in which a backslash may stand before a colon or an equals sign. */
function readBare(source: SourceText, start: number, limit: number): Omit<Assignment, "name"> {
  const text = source.value;
  const end = start + text.slice(start, limit).trimEnd().length;
  const decoding = createDecoding(source);
  let run = start;
  for (let offset = start; offset + 1 < end; offset += 1) {
    if (text.charAt(offset) !== "\\" || !":=#!\\".includes(text.charAt(offset + 1))) continue;
    decoding.copy(run, offset);
    decoding.put(text.charAt(offset + 1), offset, offset + 2);
    offset += 1;
    run = offset + 1;
  }
  decoding.copy(run, end);
  const value = decoding.finish(end, (written) => written.replaceAll("\\", "\\\\"));
  return { value, valueSpan: locate(source, start, end), quote: "none", holes: [] };
}
