import { runCommand } from "../../server/src/cli/run.js";
import { type ProcessTerminal } from "../../server/src/cli/terminal.js";
import { loadHcl } from "./readers.js";

/** How a command ended, and what it wrote. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** What a test says of the process; the rest is a quiet one without a terminal. */
export interface Surroundings extends Partial<ProcessTerminal> {
  readonly workingDirectory: string;
  readonly input?: string;
}

/** Runs a command of the command line in a folder. */
export async function runIn(
  { input = "", ...surroundings }: Surroundings,
  parameters: readonly string[],
): Promise<Ran> {
  let out = "";
  let error = "";
  const code = await runCommand(parameters, {
    now: () => 0,
    out: (text) => (out += text),
    error: (text) => (error += text),
    readInput: () => Promise.resolve(new TextEncoder().encode(input)),
    loadHcl,
    ...surroundings,
  });
  return { code, out, error };
}
