import { type Span } from "../text/span.js";

/**
 * A text as Go's `net/url` takes it apart: the W&B server is written in Go and reads its storage
 * addresses so. Each step of `url.Parse` is followed in its order, because the order decides what a
 * stray `/`, `?`, `#` or `@` does.
 */
export type GoUrl =
  | { readonly accepted: true; readonly url: Url }
  | { readonly accepted: false; readonly problem: UrlProblem };

interface Url {
  /** In lower case; empty where the text names none. */
  readonly scheme: string;
  /** What follows a scheme without a slash, as in `s3:bucket`. */
  readonly opaque: string;
  /** Decoded; absent where there is no `@`. */
  readonly user: string | undefined;
  /** Decoded; absent where the user part has no colon. */
  readonly password: string | undefined;
  readonly host: string;
  readonly port: string;
  /** Decoded. */
  readonly path: string;
  readonly rawQuery: string;
  readonly query: Query;
  readonly fragment: string;
}

export interface Query {
  /** In the order of the text, duplicates included; Go's `Get` returns the first of a name. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** The first pair that Go drops. */
  readonly problem: "semicolon" | "escape" | undefined;
}

type UrlProblemCode =
  | "control-character" // net/url: invalid control character in URL
  | "scheme" // missing protocol scheme
  | "colon" // first path segment in URL cannot contain colon
  | "bracket" // missing ']' in host
  | "port" // invalid port after host
  | "host-character" // invalid character in host name
  | "userinfo" // net/url: invalid userinfo
  | "escape"; // invalid URL escape

/** Why Go refuses a text, and the characters that it refuses. */
interface UrlProblem {
  readonly code: UrlProblemCode;
  readonly span: Span;
}

/** What `url.Parse` (Go 1.19 to 1.25) makes of a text, and `url.ParseQuery` of its query. */
export function parseGoUrl(text: string): GoUrl {
  const hash = text.indexOf("#");
  const end = hash < 0 ? text.length : hash;
  const control = findControlCharacter(text, end);
  if (control >= 0) return refuse("control-character", control, control + 1);
  const fragmentProblem = hash < 0 ? undefined : findEscapeProblem(text, hash + 1, text.length);
  const parsed = parseWithoutFragment(text, end);
  if (!parsed.accepted || hash < 0) return parsed;
  if (fragmentProblem !== undefined) return { accepted: false, problem: fragmentProblem };
  return { accepted: true, url: { ...parsed.url, fragment: unescape(text.slice(hash + 1)) } };
}

function parseWithoutFragment(text: string, end: number): GoUrl {
  const whole = text.slice(0, end);
  if (whole === "*") return accept({ path: "*" });
  const schemeEnd = findSchemeEnd(whole);
  if (schemeEnd === 0) return refuse("scheme", 0, 1);
  const scheme = schemeEnd < 0 ? "" : whole.slice(0, schemeEnd).toLowerCase();
  const start = schemeEnd < 0 ? 0 : schemeEnd + 1;
  const mark = whole.indexOf("?", start);
  const pathEnd = mark < 0 ? end : mark;
  const rawQuery = mark < 0 ? "" : whole.slice(mark + 1);
  const rest = whole.slice(start, pathEnd);
  const found = { scheme, rawQuery, query: parseQuery(rawQuery) };

  if (!rest.startsWith("/")) {
    if (scheme !== "") return accept({ ...found, opaque: rest });
    const slash = rest.indexOf("/");
    const colon = rest.indexOf(":");
    if (colon >= 0 && (slash < 0 || colon < slash)) return refuse("colon", colon, colon + 1);
  }
  if ((scheme === "" && rest.startsWith("///")) || !rest.startsWith("//")) {
    const problem = findEscapeProblem(text, start, pathEnd);
    if (problem !== undefined) return { accepted: false, problem };
    return accept({ ...found, path: unescape(rest) });
  }
  const slash = whole.indexOf("/", start + 2);
  const authorityEnd = slash < 0 || slash > pathEnd ? pathEnd : slash;
  const authority = parseAuthority(text, start + 2, authorityEnd);
  if ("code" in authority) return { accepted: false, problem: authority };
  const problem = findEscapeProblem(text, authorityEnd, pathEnd);
  if (problem !== undefined) return { accepted: false, problem };
  return accept({ ...found, ...authority, path: unescape(text.slice(authorityEnd, pathEnd)) });
}

function findControlCharacter(text: string, end: number): number {
  for (let offset = 0; offset < end; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code < 0x20 || code === 0x7f) return offset;
  }
  return -1;
}

/** The offset of the colon behind a scheme, 0 where a colon comes first, -1 where there is no scheme. */
export function findSchemeEnd(text: string): number {
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset] ?? "";
    if (character === ":") return offset;
    if (isLetter(character)) continue;
    if (offset === 0 || !(isDigit(character) || "+-.".includes(character))) return -1;
  }
  return -1;
}

type Authority = Pick<Url, "user" | "password" | "host" | "port">;

function parseAuthority(text: string, start: number, end: number): Authority | UrlProblem {
  const at = text.lastIndexOf("@", end - 1);
  const hasUser = at >= start;
  const hostProblem = findHostProblem(text, hasUser ? at + 1 : start, end);
  if (hostProblem !== undefined) return hostProblem;
  const host = splitHost(unescape(text.slice(hasUser ? at + 1 : start, end)));
  if (!hasUser) return { user: undefined, password: undefined, ...host };
  const strange = searchBetween(text, noUserinfoCharacter, start, at);
  if (strange >= 0) return problemAt("userinfo", strange, strange + 1);
  const colon = text.indexOf(":", start);
  const userEnd = colon < 0 || colon > at ? at : colon;
  const escape =
    findEscapeProblem(text, start, userEnd) ?? findEscapeProblem(text, userEnd + 1, at);
  if (escape !== undefined) return escape;
  const password = userEnd === at ? undefined : unescape(text.slice(userEnd + 1, at));
  return { user: unescape(text.slice(start, userEnd)), password, ...host };
}

function findHostProblem(text: string, start: number, end: number): UrlProblem | undefined {
  const host = text.slice(start, end);
  const bracketed = host.startsWith("[");
  const closing = host.lastIndexOf("]");
  if (bracketed && closing < 0) return problemAt("bracket", start, end);
  const colon = bracketed ? closing + 1 : host.lastIndexOf(":");
  if (colon >= 0 && !isOptionalPort(host.slice(colon))) {
    return problemAt("port", start + colon, end);
  }
  const zone = bracketed ? host.slice(0, closing).indexOf("%25") : -1;
  if (zone < 0) return findHostCharacterProblem(text, start, end, "host");
  return (
    findHostCharacterProblem(text, start, start + zone, "host") ??
    findHostCharacterProblem(text, start + zone, start + closing, "zone") ??
    findHostCharacterProblem(text, start + closing, end, "host")
  );
}

/** Escapes in a host may only give non-ASCII bytes; in an IPv6 zone what could stand there bare. */
function findHostCharacterProblem(
  text: string,
  start: number,
  end: number,
  mode: "host" | "zone",
): UrlProblem | undefined {
  let offset = searchBetween(text, noHostCharacter, start, end);
  while (offset >= 0) {
    if (text[offset] !== "%") return problemAt("host-character", offset, offset + 1);
    const escape = text.slice(offset, Math.min(offset + 3, end));
    const byte = byteOf(escape);
    const isAllowed =
      byte !== undefined &&
      (escape === "%25" ||
        (mode === "host"
          ? byte >= 0x80
          : byte === 0x20 || (byte < 0x80 && isHostCharacter(String.fromCharCode(byte)))));
    if (!isAllowed) return problemAt("escape", offset, offset + escape.length);
    offset = searchBetween(text, noHostCharacter, offset + 3, end);
  }
  return undefined;
}

/** Go keeps the port within the host; `URL.Hostname` and `URL.Port` divide it so. */
function splitHost(hostPort: string): Pick<Url, "host" | "port"> {
  const colon = hostPort.lastIndexOf(":");
  const [host, port] =
    colon >= 0 && isOptionalPort(hostPort.slice(colon))
      ? [hostPort.slice(0, colon), hostPort.slice(colon + 1)]
      : [hostPort, ""];
  return host.startsWith("[") && host.endsWith("]")
    ? { host: host.slice(1, -1), port }
    : { host, port };
}

function isOptionalPort(text: string): boolean {
  if (text === "") return true;
  if (!text.startsWith(":")) return false;
  for (let offset = 1; offset < text.length; offset += 1) {
    if (!isDigit(text[offset] ?? "")) return false;
  }
  return true;
}

/** `url.ParseQuery`: pairs at `&` only; a pair with a `;` or a broken escape is dropped. */
function parseQuery(query: string): Query {
  const parameters: (readonly [string, string])[] = [];
  let problem: Query["problem"];
  for (const pair of query.split("&")) {
    if (pair.includes(";")) {
      problem = "semicolon";
      continue;
    }
    if (pair === "") continue;
    if (findEscapeProblem(pair, 0, pair.length) !== undefined) {
      problem ??= "escape";
      continue;
    }
    const equals = pair.indexOf("=");
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? "" : pair.slice(equals + 1);
    parameters.push([unescape(spaces(name)), unescape(spaces(value))]);
  }
  return { parameters, problem };
}

function spaces(text: string): string {
  return text.replaceAll("+", " ");
}

/** `strconv.ParseBool`. */
export function parseBool(text: string): boolean | undefined {
  if (["1", "t", "T", "TRUE", "true", "True"].includes(text)) return true;
  if (["0", "f", "F", "FALSE", "false", "False"].includes(text)) return false;
  return undefined;
}

/** What `url.UserPassword` prints for a user or a password. */
export function escapeUserPassword(text: string): string {
  let escaped = "";
  for (const character of text) escaped += escapeUserCharacter(character);
  return escaped;
}

/** One character as `url.UserPassword` prints it. */
export function escapeUserCharacter(character: string): string {
  if (isUnreserved(character) || "$&+,;=".includes(character)) return character;
  return utf8(character)
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}

/** Whether Go lets a character stand bare in the part before the `@`. */
export function isUserinfoCharacter(character: string): boolean {
  return !noUserinfoCharacter.test(character);
}

function isHostCharacter(character: string): boolean {
  return !noHostCharacter.test(character);
}

const noUserinfoCharacter = /[^\w.~:!$&'()*+,;=%@-]/;
/** An escape's `%` is none either: what it gives has to be looked at. */
const noHostCharacter = /[\0-\x20%/?@\\^`{|}#\x7f]/;

/** The offset of the first match between two offsets, or -1. */
function searchBetween(text: string, pattern: RegExp, start: number, end: number): number {
  const found = text.slice(start, end).search(pattern);
  return found < 0 ? -1 : start + found;
}

function isUnreserved(character: string): boolean {
  return isLetter(character) || isDigit(character) || "-_.~".includes(character);
}

/** The first `%` without two hexadecimal digits behind it. */
export function findEscapeProblem(
  text: string,
  start: number,
  end: number,
): UrlProblem | undefined {
  let offset = text.indexOf("%", start);
  while (offset >= 0 && offset < end) {
    const escape = text.slice(offset, Math.min(offset + 3, end));
    if (byteOf(escape) === undefined) return problemAt("escape", offset, offset + escape.length);
    offset = text.indexOf("%", offset + 3);
  }
  return undefined;
}

/** Decodes percent escapes; what is no escape stays. Bytes that are no UTF-8 become U+FFFD. */
export function unescape(text: string): string {
  if (!text.includes("%")) return text;
  // No character in the clear starts within a byte sequence, so each run of escapes is whole.
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes: number[] = [];
    for (let offset = 1; offset < run.length; offset += 3) {
      bytes.push(Number.parseInt(run.slice(offset, offset + 2), 16));
    }
    return fromUtf8(bytes);
  });
}

function byteOf(escape: string): number | undefined {
  return /^%[0-9A-Fa-f]{2}$/.test(escape) ? Number.parseInt(escape.slice(1), 16) : undefined;
}

function utf8(character: string): readonly number[] {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 0x3f)];
  if (point < 0x10000) {
    return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
  }
  return [
    0xf0 | (point >> 18),
    0x80 | ((point >> 12) & 0x3f),
    0x80 | ((point >> 6) & 0x3f),
    0x80 | (point & 0x3f),
  ];
}

/** As Go decodes: each byte that belongs to no character is one U+FFFD. */
function fromUtf8(bytes: readonly number[]): string {
  let text = "";
  let offset = 0;
  while (offset < bytes.length) {
    const first = bytes[offset] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const point = length === 0 || first > 0xf4 ? undefined : decodePoint(bytes, offset, length);
    text += point === undefined ? "\uFFFD" : String.fromCodePoint(point);
    offset += point === undefined ? 1 : length;
  }
  return text;
}

function decodePoint(bytes: readonly number[], offset: number, length: number): number | undefined {
  const first = bytes[offset] ?? 0;
  if (length === 1) return first;
  let point = first & (0xff >> (length + 1));
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[offset + index];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const isOverlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return isOverlong || isSurrogate || point > 0x10ffff ? undefined : point;
}

function isLetter(character: string): boolean {
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z");
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

const nothing: Url = {
  scheme: "",
  opaque: "",
  user: undefined,
  password: undefined,
  host: "",
  port: "",
  path: "",
  rawQuery: "",
  query: { parameters: [], problem: undefined },
  fragment: "",
};

function accept(found: Partial<Url>): GoUrl {
  return { accepted: true, url: { ...nothing, ...found } };
}

function refuse(code: UrlProblemCode, start: number, end: number): GoUrl {
  return { accepted: false, problem: problemAt(code, start, end) };
}

function problemAt(code: UrlProblemCode, start: number, end: number): UrlProblem {
  return { code, span: { start, end } };
}
