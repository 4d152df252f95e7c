import { readHclWasm } from "../server/hcl-node.js";
import { createHclReader, type HclReader } from "../syntax/hcl.js";
import { runCommand } from "./run.js";

let hcl: Promise<HclReader> | undefined;

// A pipe that closes early (`byob check | head`) is no fault of this program.
process.stdout.on("error", () => {
  process.exitCode = 0;
});
void runCommand(process.argv.slice(2), {
  workingDirectory: process.cwd(),
  now: Date.now,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  loadHcl: () => (hcl ??= readHclWasm(__dirname).then(createHclReader)),
  readInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks);
  },
}).then((code) => {
  process.exitCode = code;
});
