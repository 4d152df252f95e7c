import {
  escapeUserCharacter,
  findEscapeProblem,
  isUserinfoCharacter,
} from "../../syntax/go-url.js";
import { type Address, type Component } from "./address.js";

/** A character that cannot stand bare before the `@`, and what to write instead. */
interface Unencoded {
  readonly start: number;
  readonly end: number;
  readonly character: string;
  readonly encoded: string;
}

/** The characters of a user or a password that Go refuses or takes for a mark. */
export function findUnencoded(address: Address, part: Component): readonly Unencoded[] {
  const { masked } = address.tokens;
  const found: Unencoded[] = [];
  if (!/[^\w.~:!$&'()*+,;=@-]/.test(masked.slice(part.start, part.end))) return found;
  let offset = part.start;
  while (offset < part.end) {
    const character = String.fromCodePoint(masked.codePointAt(offset) ?? 0);
    const end = offset + character.length;
    if (address.kind === "gs" && masked.startsWith("\\n", offset)) {
      // A key file in JSON writes its line breaks so.
      found.push({ start: offset, end: end + 1, character: "\\n", encoded: "%0A" });
      offset = end + 1;
      continue;
    }
    const isBroken =
      character === "%"
        ? findEscapeProblem(masked, offset, Math.min(offset + 3, part.end))?.span.start === offset
        : !isUserinfoCharacter(character);
    if (isBroken) {
      found.push({ start: offset, end, character, encoded: escapeUserCharacter(character) });
    }
    offset = end;
  }
  return found;
}

/** How a message writes a character: one that is not seen as its escape, such as `\\n` or `\\u00a0`. */
export function visibleCharacter(character: string): string {
  const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const [first = ""] = character;
  if (!/^[\p{C}\p{Z}]$/u.test(first) || first === " ") return character;
  const code = (first.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return short[first] ?? `\\u${code}`;
}
