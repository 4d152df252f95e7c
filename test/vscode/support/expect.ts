/** The few assertions the suites need: `node:assert` does not exist in a web extension host. */
export function equal(actual: unknown, expected: unknown, about = "It"): void {
  const [found, wanted] = [show(actual), show(expected)];
  if (found !== wanted) fail(`${about} differs.\nexpected: ${wanted}\nactual:   ${found}`);
}

export function match(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) fail(`${String(pattern)} does not occur in:\n${actual}`);
}

export function ok(value: unknown, message: string): asserts value {
  if (!value) fail(message);
}

export function fail(message: string): never {
  throw new Error(message);
}

function show(value: unknown): string {
  return value === undefined ? "undefined" : JSON.stringify(value, undefined, 2);
}
