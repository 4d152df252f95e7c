import { longestDottedGoogleName, nameRules, type Naming } from "../catalog/bucket-names.js";
import { type Span } from "../text/span.js";

/** What is wrong with a name's form, and where, in offsets of the name. */
export interface NameFormFault {
  readonly type: "length" | "character" | "edge" | "run" | "ip-address";
  readonly span: Span;
}

/** The first fault in the form of a bucket's, storage account's or container's name. */
export function findNameFormFault(name: string, naming: Naming): NameFormFault | undefined {
  const rules = nameRules[naming];
  const whole = { start: 0, end: name.length };
  if (rules.reservedNames.includes(name)) return undefined;
  for (let start = 0; start < name.length; start += 1) {
    if (isNameCharacter(name[start] ?? "", rules.marks)) continue;
    return { type: "character", span: { start, end: start + 1 } };
  }
  const longest =
    naming === "google" && name.includes(".") ? longestDottedGoogleName : rules.maximum;
  const hasLongPart = name.split(".").some(({ length }) => length > rules.maximum);
  if (name.length < rules.minimum || name.length > longest || hasLongPart) {
    return { type: "length", span: whole };
  }
  if (rules.forbidsIpAddress && isIpAddress(name)) return { type: "ip-address", span: whole };
  if (rules.marks.includes(name[0] ?? "a")) return { type: "edge", span: { start: 0, end: 1 } };
  if (rules.marks.includes(name.at(-1) ?? "a")) {
    return { type: "edge", span: { start: name.length - 1, end: name.length } };
  }
  for (const run of rules.forbiddenRuns) {
    const start = name.indexOf(run);
    if (start >= 0) return { type: "run", span: { start, end: start + run.length } };
  }
  return undefined;
}

/** A name that keeps the rules and differs as little as can be, if it can be told. */
export function suggestNameFor(text: string, naming: Naming): string | undefined {
  // Of an escape or a letter outside ASCII too little would be left.
  if (!/^[\w. -]+$/.test(text)) return undefined;
  const rules = nameRules[naming];
  const mark = rules.marks.includes("-") ? "-" : "";
  const name = Array.from(text.toLowerCase())
    .map((character) => (isNameCharacter(character, rules.marks) ? character : mark))
    .join("")
    .replace(/^[-._]+/, "")
    .replace(/[-._]+$/, "");
  return name.length < rules.minimum || name.length > rules.maximum || name === text
    ? undefined
    : name;
}

/** Whether a bucket from before March 2018 in us-east-1 may have the name, which no new bucket can. */
export function mayBeOldName(name: string): boolean {
  return /^[A-Za-z0-9._-]{3,255}$/.test(name);
}

/** An IPv4 address, or anything in the brackets of IPv6. */
export function isIpAddress(host: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/.test(host);
}

function isNameCharacter(character: string, marks: string): boolean {
  return /^[a-z0-9]$/.test(character) || (character !== "" && marks.includes(character));
}
