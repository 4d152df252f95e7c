import { hclLoader } from "../server/hcl-node.js";
import { runCommand } from "./run.js";

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
  loadHcl: hclLoader(__dirname),
  readInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks);
  },
}).then((code) => {
  process.exitCode = code;
});
