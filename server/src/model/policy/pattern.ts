/** How two texts are compared: actions without regard to case, resources exactly. */
export interface PatternOptions {
  readonly ignoreCase?: boolean;
}

const star = 0x2a;
const question = 0x3f;

/** Whether a text holds one of IAM's wildcards. */
export function isPattern(text: string): boolean {
  return text.includes("*") || text.includes("?");
}

/** Whether a pattern of literals, `*` (any run) and `?` (any one character) matches a text. */
export function matches(pattern: string, text: string, options: PatternOptions = {}): boolean {
  if (!isPattern(pattern)) {
    if (pattern === text || options.ignoreCase !== true) return pattern === text;
    return pattern.length === text.length && pattern.toLowerCase() === text.toLowerCase();
  }
  return options.ignoreCase === true
    ? walk(pattern.toLowerCase(), text.toLowerCase(), false)
    : walk(pattern, text, false);
}

/** Whether everything that `specific` matches is matched by `general` too. */
export function covers(general: string, specific: string, options: PatternOptions = {}): boolean {
  const a = options.ignoreCase === true ? general.toLowerCase() : general;
  const b = options.ignoreCase === true ? specific.toLowerCase() : specific;
  if (a === b || a === "*") return true;
  if (!isPattern(a)) return false;
  return walk(canonical(a), canonical(b), true);
}

/** Whether some text is matched by both patterns. */
export function overlaps(a: string, b: string, options: PatternOptions = {}): boolean {
  const first = options.ignoreCase === true ? a.toLowerCase() : a;
  const second = options.ignoreCase === true ? b.toLowerCase() : b;
  if (!isPattern(first)) return matches(second, first);
  if (!isPattern(second)) return matches(first, second);
  return meetAtEnds(first, second) && intersects(first, second);
}

/** Whether what two patterns begin and end with, up to their first and last wildcards, agrees. */
function meetAtEnds(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  for (let offset = 0; offset < length; offset++) {
    const left = a.charCodeAt(offset);
    const right = b.charCodeAt(offset);
    if (left === star || right === star) break;
    if (left !== right && left !== question && right !== question) return false;
  }
  for (let offset = 1; offset <= length; offset++) {
    const left = a.charCodeAt(a.length - offset);
    const right = b.charCodeAt(b.length - offset);
    if (left === star || right === star) break;
    if (left !== right && left !== question && right !== question) return false;
  }
  return true;
}

/**
 * Greedy matching that goes back to the last star only, so it takes at most the product of both
 * lengths. With `symbolic` the text is itself a pattern, whose star only a star may stand for.
 */
function walk(pattern: string, text: string, symbolic: boolean): boolean {
  let at = 0;
  let offset = 0;
  let starAt = -1;
  let resume = 0;
  while (offset < text.length) {
    const wanted = pattern.charCodeAt(at);
    const found = text.charCodeAt(offset);
    if (at < pattern.length && wanted === star) {
      starAt = at++;
      resume = offset;
    } else if (
      at < pattern.length &&
      (wanted === found || wanted === question) &&
      !(symbolic && found === star)
    ) {
      at++;
      offset++;
    } else if (starAt >= 0) {
      at = starAt + 1;
      offset = ++resume;
    } else return false;
  }
  while (pattern.charCodeAt(at) === star) at++;
  return at === pattern.length;
}

/** Within a run of wildcards the order means nothing: `*?*` is `?*`. */
function canonical(pattern: string): string {
  if (!pattern.includes("*?") && !pattern.includes("**")) return pattern;
  let result = "";
  let pending = false;
  for (const character of pattern) {
    if (character === "*") pending = true;
    else {
      if (pending && character !== "?") {
        result += "*";
        pending = false;
      }
      result += character;
    }
  }
  return pending ? `${result}*` : result;
}

/** Row by row over both patterns: `row[j]` says whether the rests from `i` and `j` have a common text. */
function intersects(a: string, b: string): boolean {
  let below: boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row = new Array<boolean>(b.length + 1).fill(false);
    for (let j = b.length; j >= 0; j--) {
      row[j] = meet(a, b, i, j, row, below);
    }
    below = row;
  }
  return below[0] === true;
}

function meet(
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly boolean[],
  below: readonly boolean[],
): boolean {
  if (i === a.length && j === b.length) return true;
  const left = i < a.length ? a.charCodeAt(i) : -1;
  const right = j < b.length ? b.charCodeAt(j) : -1;
  if (left === star) return below[j] === true || (right !== -1 && row[j + 1] === true);
  if (right === star) return row[j + 1] === true || (left !== -1 && below[j] === true);
  if (left === -1 || right === -1) return false;
  return (left === right || left === question || right === question) && below[j + 1] === true;
}
