/**
 * The candidate that differs least from a word, when it differs little enough to be a slip: by case
 * and separators alone, or by about one character in four.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = flatten(word);
  const most = Math.max(1, Math.floor(plain.length / 4));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const distance = editDistance(plain, flatten(candidate), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function flatten(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, "");
}

/** A lower bound of the distance: how many of one word's letters the other lacks. */
function differInLetters(a: string, b: string): number {
  const counts = new Int8Array(128);
  for (let index = 0; index < a.length; index += 1) count(a.charCodeAt(index), 1);
  for (let index = 0; index < b.length; index += 1) count(b.charCodeAt(index), -1);
  let [more, fewer] = [0, 0];
  for (const each of counts) {
    if (each > 0) more += each;
    else fewer -= each;
  }
  return Math.max(more, fewer);

  function count(code: number, by: number): void {
    const at = code & 127;
    counts[at] = (counts[at] ?? 0) + by;
  }
}

/** How many insertions, deletions, replacements and swaps of neighbours make one word the other. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || differInLetters(a, b) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const step = Math.min(
        (current[j - 1] ?? 0) + 1,
        (previous[j] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      current.push(swapped ? Math.min(step, (before[j - 2] ?? 0) + 1) : step);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit;
}
