import type {} from "mocha";

/** How a run ended, as it is handed to the process that started it. */
export interface Results {
  readonly passed: number;
  readonly failed: number;
}

let passed = 0;
let failed = 0;

/** Tells of a run that has just been started. */
export function report(runner: Mocha.Runner): void {
  runner.on("suite", ({ title, root }) => {
    if (!root) write(title);
  });
  runner.on("pass", ({ title, duration }) => {
    passed++;
    write(`  ✓ ${title} (${String(duration ?? 0)} ms)`);
  });
  runner.on("pending", ({ title }) => {
    write(`  - ${title}`);
  });
  runner.on("fail", ({ title }, error) => {
    failed++;
    write(`  ✗ ${title}`);
    for (const line of describeError(error).split("\n")) write(`      ${line}`);
  });
}

export function results(): Results {
  return { passed, failed };
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = "" } = error;
  const frames = stack.split("\n").filter((line) => /^\s*at .*suite/.test(line));
  return [message, ...frames.slice(0, 6)].join("\n");
}

/** The prefix tells a result from all else that VS Code writes. */
export function write(line: string): void {
  console.log(`vscode: ${line}`);
}
