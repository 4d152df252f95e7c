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

/** How many insertions, deletions, replacements and swaps of neighbours make one word the other. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
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
