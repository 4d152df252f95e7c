import { type Random } from "./random.js";

/** Makes of a text what slips of the hand, of an editor or of a merge make of it. */
export function mangle(text: string, random: Random): string {
  let mangled = text;
  // Most people make one slip; some texts stay as they are, since those must not be harmed either.
  const slips = random.pick([0, 1, 1, 1, 1, 1, 2, 2, 3]);
  for (let count = 0; count < slips; count += 1) mangled = random.pick(allSlips)(mangled, random);
  return mangled;
}

type Slip = (text: string, random: Random) => string;

/** What gives a text its shape. */
const marks = /["'“”,:=[\]{}()<>#\\]/g;

const strays = [
  ...['"', "'", "“", "”", ",", ",,", ":", "=", "[", "]", "{", "}", "(", ")", "<", ">"],
  ...[
    "//",
    "/*",
    "*/",
    "#",
    "<!--",
    "-->",
    "\\",
    "\n",
    "\u00a0",
    "\t",
    "${",
    "{{",
    "}}",
    "- ",
    "EOF",
  ],
] as const;

function markIn(text: string, random: Random): number | undefined {
  const found = Array.from(text.matchAll(marks), ({ index }) => index);
  return found[random.below(found.length)];
}

function splice(text: string, at: number, length: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + length);
}

const atMark =
  (change: (text: string, at: number, random: Random) => string): Slip =>
  (text, random) => {
    const at = markIn(text, random);
    return at === undefined ? text : change(text, at, random);
  };

const ofLines =
  (change: (lines: string[], at: number, random: Random) => void): Slip =>
  (text, random) => {
    const lines = text.split("\n");
    change(lines, random.below(lines.length), random);
    return lines.join("\n");
  };

const removeMark = atMark((text, at) => splice(text, at, 1, ""));
const doubleMark = atMark((text, at) => splice(text, at, 0, text.charAt(at)));
const otherMark = atMark((text, at, random) => splice(text, at, 1, random.pick(strays)));
const swapMarks = atMark((text, at, random) => {
  const other = markIn(text, random) ?? at;
  const [first, second] = [Math.min(at, other), Math.max(at, other)];
  return splice(splice(text, second, 1, text.charAt(first)), first, 1, text.charAt(second));
});
const insertStray: Slip = (text, random) =>
  splice(text, random.below(text.length + 1), 0, random.pick(strays));

const moveLine = ofLines((lines, at, random) => {
  const [line = ""] = lines.splice(at, 1);
  lines.splice(random.below(lines.length + 1), 0, line);
});
const removeLine = ofLines((lines, at) => {
  lines.splice(at, 1);
});
const doubleLine = ofLines((lines, at) => {
  lines.splice(at, 0, lines[at] ?? "");
});
const joinLines = ofLines((lines, at) => {
  lines.splice(at, 2, `${lines[at] ?? ""}${lines[at + 1]?.trimStart() ?? ""}`);
});
const indentLine = ofLines((lines, at, random) => {
  const line = lines[at] ?? "";
  lines[at] = random.below(2) === 0 ? `  ${line}` : line.replace(/^ {1,2}/, "");
});
const commentLine = ofLines((lines, at, random) => {
  lines[at] = random.pick(["// ", "# ", "/* "]) + (lines[at] ?? "");
});

const cutEnd: Slip = (text, random) => text.slice(0, random.below(text.length + 1));
const cutPart: Slip = (text, random) =>
  splice(text, random.below(text.length + 1), random.below(40), "");
const doublePart: Slip = (text, random) => {
  const at = random.below(text.length + 1);
  return splice(text, at, 0, text.slice(at, at + random.below(60)));
};
const carriageReturns: Slip = (text) => text.replaceAll("\n", "\r\n");

const allSlips: readonly [Slip, ...Slip[]] = [
  ...[removeMark, removeMark, removeMark, doubleMark, doubleMark, otherMark, swapMarks],
  ...[insertStray, insertStray, moveLine, removeLine, doubleLine, joinLines, indentLine],
  ...[commentLine, cutEnd, cutPart, doublePart, carriageReturns],
] as [Slip, ...Slip[]];
