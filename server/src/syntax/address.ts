import { type Span } from "../text/span.js";
import { findSchemeEnd } from "./go-url.js";
import { findPlaceholders, type Placeholder } from "./placeholders.js";

/**
 * A storage address divided as its writer meant it, which is not always as Go reads it: a secret with
 * a `/` ends Go's authority early, but the writer's at the `@`. Rules point at these parts. Nothing is
 * lost: the parts and the marks between them are the whole text, however half-typed it is.
 */
export interface AddressTokens {
  /** The address without the blanks and quotes around it. */
  readonly whole: Span;
  /** Without the colon; absent where the text names none. */
  readonly scheme: Span | undefined;
  /** The colon and the slashes behind the scheme; empty where there is none. */
  readonly separator: Span;
  readonly user: Span | undefined;
  readonly password: Span | undefined;
  /** The `@`. */
  readonly at: Span | undefined;
  /** `https://` before the host, where a URL was pasted into the address. */
  readonly endpointScheme: Span | undefined;
  /** With brackets, where it has them; empty where it is still to be typed. */
  readonly host: Span;
  /** Without the colon. */
  readonly port: Span | undefined;
  /** With its first slash. */
  readonly path: Span;
  readonly parameters: readonly ParameterTokens[];
  /** Behind the `#`. */
  readonly fragment: Span | undefined;
  readonly placeholders: readonly Placeholder[];
  /** The text with a `0` for each character of a placeholder, so that none of them counts as a mark. */
  readonly masked: string;
}

interface ParameterTokens {
  /** What stands before the name: `?` or `&` in a sound query, else `?`, `;` or `&amp;`. */
  readonly separator: Span;
  readonly name: Span;
  /** Behind the `=`; absent where there is none. */
  readonly value: Span | undefined;
}

/** Divides a text; `holes` are stretches that the host fills in later. */
export function parseAddress(text: string, holes: readonly Span[] = []): AddressTokens {
  const placeholders = findPlaceholders(text);
  const masked = mask(text, [...placeholders.map(({ span }) => span), ...holes]);
  const whole = trim(masked);
  const { scheme, separator } = findScheme(masked, whole);
  const start = separator.end;
  const at = findAt(masked, start, whole.end, scheme);
  const colon = at === undefined ? -1 : masked.indexOf(":", start);
  const hasPassword = at !== undefined && colon >= 0 && colon < at;
  const halfTyped = at === undefined ? findHalfTypedPassword(masked, start, whole.end) : undefined;

  const credentials =
    halfTyped !== undefined
      ? {
          user: { start, end: halfTyped },
          password: { start: halfTyped + 1, end: whole.end },
          at: undefined,
        }
      : at === undefined
        ? { user: undefined, password: undefined, at: undefined }
        : {
            user: { start, end: hasPassword ? colon : at },
            password: hasPassword ? { start: colon + 1, end: at } : undefined,
            at: { start: at, end: at + 1 },
          };
  const rest = halfTyped !== undefined ? whole.end : at === undefined ? start : at + 1;
  return {
    whole,
    scheme,
    separator,
    ...credentials,
    ...parseLocation(masked, rest, whole.end),
    placeholders,
    masked,
  };
}

function mask(text: string, holes: readonly Span[]): string {
  let masked = "";
  for (const { start, end } of holes.toSorted((a, b) => a.start - b.start)) {
    if (end <= masked.length) continue;
    masked += text.slice(masked.length, start);
    masked += "0".repeat(Math.min(end, text.length) - masked.length);
  }
  return masked + text.slice(masked.length);
}

const blanksAndQuotes = " \t\r\n\u00a0\u3000\ufeff\"'`\u2018\u2019\u201c\u201d";

function trim(text: string): Span {
  let start = 0;
  let end = text.length;
  while (start < end && blanksAndQuotes.includes(text[start] ?? "")) start += 1;
  while (end > start && blanksAndQuotes.includes(text[end - 1] ?? "")) end -= 1;
  return { start, end };
}

function findScheme(text: string, whole: Span): Pick<AddressTokens, "scheme" | "separator"> {
  const none = { scheme: undefined, separator: { start: whole.start, end: whole.start } };
  const marks = text.indexOf("://", whole.start);
  const prefix = text.slice(whole.start, marks < 0 ? whole.end : marks);
  if (marks >= 0 && !/[:/?#@]/.test(prefix)) {
    if (prefix === "") return { scheme: undefined, separator: { start: marks, end: marks + 3 } };
    return {
      scheme: { start: whole.start, end: marks },
      separator: { start: marks, end: slashesEnd(text, marks + 1) },
    };
  }
  // The colon is missing.
  const bare = /^(?:az|cw|gs|s3)(?=\/\/[^/])/.exec(text.slice(whole.start, whole.end))?.[0];
  if (bare !== undefined) {
    const end = whole.start + bare.length;
    return { scheme: { start: whole.start, end }, separator: { start: end, end: end + 2 } };
  }
  const length = findSchemeEnd(text.slice(whole.start, whole.end));
  if (length <= 0) return none;
  const end = whole.start + length;
  const isHostAndPort = isDigit(text[end + 1] ?? "");
  if (isHostAndPort || length > 8 || !/^[a-z]/.test(text.slice(whole.start, end))) return none;
  const slashes = text[end + 1] === "/" ? 1 : 0;
  return {
    scheme: { start: whole.start, end },
    separator: { start: end, end: end + 1 + slashes },
  };
}

function slashesEnd(text: string, start: number): number {
  let end = start;
  while (text[end] === "/") end += 1;
  return end;
}

/** The `@` that the writer meant to end the credentials. */
function findAt(
  text: string,
  start: number,
  end: number,
  scheme: Span | undefined,
): number | undefined {
  const authorityEnd = findFirst(text, start, end, "/?#");
  const near = lastIndexOf(text, "@", start, authorityEnd);
  const authority = text.slice(start, authorityEnd);
  const name = scheme === undefined ? "" : text.slice(scheme.start, scheme.end).toLowerCase();
  const hostIsBucket = name === "gs" || name === "az";
  const queryStart = findQueryStart(text, authorityEnd, end);
  // What looks like a parameter is a piece of a secret, where an endpoint still follows.
  const isSecretOpen = !hostIsBucket && authority.includes(":");
  const far = isSecretOpen ? findEndpointMark(text, queryStart, end) : undefined;
  const last = far ?? lastIndexOf(text, "@", authorityEnd, queryStart);
  if (last === undefined) return near;
  // A path may hold an "@" of its own, but what no endpoint comes before is rather a secret, of which
  // nothing must be taken for a name.
  const isPath = text[authorityEnd] === "/";
  if (near !== undefined) {
    const isSound = isPath && !hostIsBucket && isEndpointLike(text.slice(near + 1, authorityEnd));
    return isSound ? near : last;
  }
  const colon = authority.indexOf(":");
  if (colon < 0) {
    const hasSecret = text.slice(authorityEnd, last).includes(":");
    const isSound = hasSecret && (hostIsBucket || leadsToEndpoint(text, last, end));
    return name === "az" || !isPath || isSound ? last : undefined;
  }
  const port = authority.slice(colon + 1);
  if (!/^\d+$/.test(port) || colon === 0 || hostIsBucket) return last;
  // Go takes such an authority for a host and its port, so the writer's mind must be guessed.
  const host = authority.slice(0, colon);
  if (looksLikeKey(host)) return last;
  const isHost = isEndpointLike(host) || commonPorts.includes(port) || /^0+$/.test(port);
  return isHost || !leadsToEndpoint(text, last, end) ? undefined : last;
}

/** `AK:SK` without an `@` yet: what follows the colon is no port, so it is taken for a secret. */
function findHalfTypedPassword(text: string, start: number, end: number): number | undefined {
  const authorityEnd = findFirst(text, start, end, "/?#");
  const authority = text.slice(start, authorityEnd);
  if (authority.startsWith("[") || /^https?:$/i.test(authority)) return undefined;
  const colon = authority.indexOf(":");
  const isBareIpv6 = authority.lastIndexOf(":") > colon && /^[0-9a-f:.]+$/i.test(authority);
  if (colon < 0 || isBareIpv6) return undefined;
  const port = authority.slice(colon + 1);
  const isPort = /^\d*$/.test(port) && !(port === "" && authorityEnd === end);
  return isPort ? undefined : start + colon;
}

type Location = Pick<
  AddressTokens,
  "endpointScheme" | "host" | "port" | "path" | "parameters" | "fragment"
>;

function parseLocation(text: string, start: number, end: number): Location {
  const scheme = /^https?:\/\//i.exec(text.slice(start, start + 8))?.[0] ?? "";
  const hostStart = start + scheme.length;
  const hostPortEnd = findFirst(text, hostStart, end, "/?#");
  const { hostEnd, port } = splitPort(text, hostStart, hostPortEnd);
  const hash = text.indexOf("#", hostPortEnd);
  const fragmentStart = hash < 0 || hash >= end ? end : hash;
  const pathEnd = findPathEnd(text, hostPortEnd, fragmentStart);
  return {
    endpointScheme: scheme === "" ? undefined : { start, end: hostStart },
    host: { start: hostStart, end: hostEnd },
    port,
    path: { start: hostPortEnd, end: pathEnd },
    parameters: parseParameters(text, pathEnd, fragmentStart),
    fragment: fragmentStart === end ? undefined : { start: fragmentStart + 1, end },
  };
}

function splitPort(
  text: string,
  start: number,
  end: number,
): { readonly hostEnd: number; readonly port: Span | undefined } {
  const bracket = text[start] === "[" ? text.lastIndexOf("]", end - 1) : -1;
  const colon = lastIndexOf(text, ":", Math.max(start, bracket), end);
  const several = bracket < start && colon !== undefined && text.indexOf(":", start) < colon;
  if (colon === undefined || several) return { hostEnd: end, port: undefined };
  return { hostEnd: colon, port: { start: colon + 1, end } };
}

/** At the `?`, or at an `&name=` where the writer forgot it. */
function findPathEnd(text: string, start: number, end: number): number {
  const mark = findFirst(text, start, end, "?");
  if (mark < end) return mark;
  for (let offset = text.indexOf("&", start); offset >= 0 && offset < end;) {
    if (nameLength(text, offset + 1) > 0) return offset;
    offset = text.indexOf("&", offset + 1);
  }
  return end;
}

function parseParameters(text: string, start: number, end: number): readonly ParameterTokens[] {
  const parameters: ParameterTokens[] = [];
  let offset = start;
  while (offset < end) {
    const separatorEnd = offset + separatorLength(text, offset);
    let next = separatorEnd;
    while (next < end && !isSeparator(text, next)) next += 1;
    const equals = text.indexOf("=", separatorEnd);
    const nameEnd = equals < 0 || equals >= next ? next : equals;
    parameters.push({
      separator: { start: offset, end: separatorEnd },
      name: { start: separatorEnd, end: nameEnd },
      value: nameEnd === next ? undefined : { start: nameEnd + 1, end: next },
    });
    offset = next;
  }
  return parameters;
}

function separatorLength(text: string, offset: number): number {
  return text.startsWith("&amp;", offset) ? 5 : 1;
}

/** A second `?` divides only before a `name=`; elsewhere it is part of a value. */
function isSeparator(text: string, offset: number): boolean {
  const character = text[offset];
  if (character === "&" || character === ";") return true;
  return character === "?" && nameLength(text, offset + 1) > 0;
}

/** The length of `name` where `name=` stands at the offset. */
function nameLength(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && end - offset < 40 && isLetter(text[end] ?? "")) end += 1;
  return text[end] === "=" ? end - offset : 0;
}

/** Where the query starts: at a `?` that a parameter of more than a letter follows. */
function findQueryStart(text: string, start: number, end: number): number {
  for (let offset = text.indexOf("?", start); offset >= 0 && offset < end;) {
    if (nameLength(text, offset + 1) > 1) return offset;
    offset = text.indexOf("?", offset + 1);
  }
  return end;
}

const commonPorts = ["80", "443", "3900", "7480", "8000", "8080", "8333", "8443", "9000", "9443"];

/** The last `@` that an endpoint and a bucket follow. */
function findEndpointMark(text: string, start: number, end: number): number | undefined {
  let at = lastIndexOf(text, "@", start, end);
  while (at !== undefined && !leadsToEndpoint(text, at, end)) {
    at = lastIndexOf(text, "@", start, at);
  }
  return at;
}

/** Whether what follows an `@` starts like an endpoint and a bucket. */
function leadsToEndpoint(text: string, at: number, end: number): boolean {
  const hostEnd = findFirst(text, at + 1, Math.min(end, at + 256), "/?#");
  return isEndpointLike(text.slice(at + 1, hostEnd)) && text[hostEnd] === "/";
}

/** A host that no piece of a base64 secret looks like. */
function isEndpointLike(host: string): boolean {
  return /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]+:\d+|localhost|\[[0-9a-f:.%]+\](?::\d+)?)$/i.test(
    host,
  );
}

function looksLikeKey(text: string): boolean {
  return /^[A-Z0-9]*[A-Z][A-Z0-9]*$/.test(text) || /^[A-Za-z0-9]{16,}$/.test(text);
}

function findFirst(text: string, start: number, end: number, marks: string): number {
  for (let offset = start; offset < end; offset += 1) {
    if (marks.includes(text[offset] ?? "")) return offset;
  }
  return end;
}

function lastIndexOf(text: string, mark: string, start: number, end: number): number | undefined {
  if (end <= start) return undefined;
  const found = text.lastIndexOf(mark, end - 1);
  return found < start ? undefined : found;
}

function isLetter(character: string): boolean {
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z");
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}
