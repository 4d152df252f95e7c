import { readHclWasm } from "../server/hcl-node.js";
import { createHclReader, type HclReader } from "../syntax/hcl.js";
import { runCommand } from "./run.js";
import { type Style } from "./terminal.js";
import { faultOf } from "./walk.js";
import { removeUnfinished } from "./write-file.js";

let hcl: Promise<HclReader> | undefined;
/** Why the output did not arrive. */
let lost: unknown;

process.stdout.on("error", (fault: unknown) => {
  lost ??= fault;
});
// Without a place for errors there is nobody to tell of them.
process.stderr.on("error", () => undefined);
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const) {
  process.on(signal, () => {
    removeUnfinished();
    process.exit(128 + number);
  });
}

void run();

async function run(): Promise<void> {
  const code = await runCommand(process.argv.slice(2), {
    workingDirectory: process.cwd(),
    now: Date.now,
    out: (text) => process.stdout.write(text),
    style: styleOf(process.env, process.stdout.isTTY),
    error: (text) => process.stderr.write(text),
    progress: process.stderr.isTTY
      ? (text) => process.stderr.write(`\r\u001B[K${text}`)
      : undefined,
    loadHcl: () => (hcl ??= readHclWasm(__dirname).then(createHclReader)),
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
      return Buffer.concat(chunks);
    },
  });
  await new Promise((written) => process.stdout.write("", written));
  process.exitCode = lost === undefined ? code : withoutOutput(code);
}

/** A reader that has seen enough, as `head` has, is no fault, but what was not said is not well. */
function withoutOutput(code: number): number {
  const isClosed = lost instanceof Error && "code" in lost && lost.code === "EPIPE";
  if (!isClosed) {
    process.stderr.write(`byob: could not write the output: ${faultOf(lost)}\n`);
    return 2;
  }
  return code === 0 ? 2 : code;
}

/** On a terminal the report is for people; `NO_COLOR` takes the colors only, `FORCE_COLOR` gives both. */
function styleOf({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv, isTerminal: boolean): Style {
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
  const pretty = isForced || (isTerminal && TERM !== "dumb");
  const isRefused = NO_COLOR !== undefined && NO_COLOR !== "";
  return { pretty, color: pretty && !isRefused && FORCE_COLOR !== "0" };
}
