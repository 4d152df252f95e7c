import { nameEnd } from "./assignment.js";

/** Where an expansion ends that begins at an offset; the offset itself where none does. */
export function expansionEnd(text: string, start: number): number {
  const character = text.charAt(start);
  if (character === "`") return closing(text, start, "`");
  if (character !== "$") return start;
  const next = text.charAt(start + 1);
  if (next === "{") return balanced(text, start + 1, "{", "}");
  if (next === "(") return balanced(text, start + 1, "(", ")");
  const end = nameEnd(text, start + 1);
  if (end > start + 1) return end;
  return next !== "" && "0123456789@*#?!$-".includes(next) ? start + 2 : start;
}

/** A longer expansion is none: its end is missing. */
const longestExpansion = 200;

function closing(text: string, start: number, mark: string): number {
  const end = text.slice(start + 1, start + longestExpansion).indexOf(mark);
  return end < 0 ? start : start + 1 + end + 1;
}

function balanced(text: string, open: number, opening: string, close: string): number {
  const limit = Math.min(text.length, open + longestExpansion);
  let depth = 0;
  for (let offset = open; offset < limit; offset += 1) {
    const character = text.charAt(offset);
    if (character === "\\") offset += 1;
    else if (character === opening) depth += 1;
    else if (character === close) depth -= 1;
    if (depth === 0) return offset + 1;
  }
  return open - 1;
}

/** The length of a backslash and the line break that it hides. */
export function continuationLength(text: string, offset: number): number {
  if (text.charAt(offset + 1) === "\n") return 2;
  return text.startsWith("\r\n", offset + 1) ? 3 : 0;
}
