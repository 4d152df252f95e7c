/** More alternatives than this in one glob are nobody's; the rest of them is left out. */
const mostAlternatives = 64;

/**
 * Whether a glob matches the path of a URI. `*` and `?` stand for characters of one segment, `**` for
 * any segments, `{a,b}` for alternatives, `[a-z]` for one character. A glob that does not begin with a
 * slash may begin at any folder.
 */
export function matchesGlob(glob: string, uri: string): boolean {
  const path = segmentsOf(pathOf(uri));
  return alternatives(glob).some((each) => {
    const segments = segmentsOf(each);
    if (segments.length === 0) return false;
    return matchRun(each.startsWith("/") ? segments : ["**", ...segments], path, "**", (a, b) =>
      matchRun(tokensOf(a), Array.from(b), "*", matchToken),
    );
  });
}

/** The path of a URI, as people write it. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z\d+.-]+:(?:\/\/[^/]*)?/i, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "" && segment !== ".");
}

/** Greedy matching with one place to come back to: enough where only one wildcard takes a run. */
function matchRun(
  pattern: readonly string[],
  items: readonly string[],
  run: string,
  matchesOne: (pattern: string, item: string) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let resume = 0;
  while (next < items.length) {
    const wanted = pattern[at];
    const item = items[next];
    if (wanted === run) {
      star = at;
      resume = next;
      at += 1;
    } else if (wanted !== undefined && item !== undefined && matchesOne(wanted, item)) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      next = resume;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((rest) => rest === run);
}

/** A segment as its characters, with each `[…]` as one. */
function tokensOf(segment: string): readonly string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < segment.length) {
    // A bracket that comes first in its set belongs to it.
    const end = segment.charAt(at) === "[" ? segment.indexOf("]", at + 2) : -1;
    const length = end < 0 ? ((segment.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) : end + 1 - at;
    tokens.push(segment.slice(at, at + length));
    at += length;
  }
  return tokens;
}

function matchToken(token: string, character: string): boolean {
  if (token === "?") return true;
  if (!token.startsWith("[") || token.length < 3) return token === character;
  const negated = /^\[[!^].+\]$/.test(token);
  const set = token.slice(negated ? 2 : 1, -1);
  let found = false;
  for (let at = 0; at < set.length; at += 1) {
    const isRange = set.charAt(at + 1) === "-" && at + 2 < set.length;
    const last = isRange ? set.charAt(at + 2) : set.charAt(at);
    if (set.charAt(at) <= character && character <= last) found = true;
    if (isRange) at += 2;
  }
  return found !== negated;
}

/** A glob with its first braces written out, and so on for what that gives. */
function alternatives(glob: string): readonly string[] {
  const done: string[] = [];
  const open = [glob];
  while (open.length > 0 && done.length + open.length <= mostAlternatives) {
    const next = open.pop() ?? "";
    const braces = /\{(?<choices>[^{}]*)\}/.exec(next);
    if (braces === null) {
      done.push(next);
      continue;
    }
    const before = next.slice(0, braces.index);
    const after = next.slice(braces.index + braces[0].length);
    const choices = (braces.groups?.["choices"] ?? "").split(",");
    open.push(...choices.map((choice) => before + choice + after));
  }
  return done;
}
