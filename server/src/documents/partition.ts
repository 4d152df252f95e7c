/** The partition of the ARNs that a text writes out, where all of them are of one; else AWS's own. */
export function partitionOf(text: string): string {
  const found = new Set<string>();
  for (const [, partition = ""] of text.matchAll(/\barn:(aws(?:-[a-z]+)*):/g)) found.add(partition);
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : "aws";
}
