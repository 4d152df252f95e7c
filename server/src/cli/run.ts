import { describeServiceReference } from "../catalog/service-reference.js";
import { inert, inertLines } from "../text/inert.js";
import { version } from "../server/version.js";
import { check } from "./check.js";
import { fix } from "./fix.js";
import { explain } from "./explain.js";
import { convert, preflight } from "./cors.js";
import { listRules, showRule } from "./rules.js";
import { type Command, type ExitCode, type ProcessTerminal, type Terminal } from "./terminal.js";
import { usage, usageOf } from "./usage.js";
import { UsageError } from "./usage-error.js";

const commands: Readonly<Record<string, Command>> = {
  check,
  fix,
  preflight,
  convert,
  explain,
  rules: listRules,
  rule: showRule,
};

export async function runCommand(
  [name, ...parameters]: readonly string[],
  outer: ProcessTerminal,
): Promise<ExitCode> {
  // The border: nothing that a file or an argument holds reaches the terminal as a command to it.
  const terminal: Terminal = {
    ...outer,
    style: outer.style ?? { pretty: false, color: false },
    out: (text) => {
      outer.out(inertLines(text));
    },
    error: (text) => {
      outer.error(inertLines(text));
    },
    outReport: (text) => {
      outer.out(text);
    },
  };
  if (name === "--version" || name === "-v" || name === "-V") {
    terminal.out(`byob ${version} (${describeServiceReference(terminal.now())})\n`);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(usage);
    return 0;
  }
  // Names that every object has, such as "toString", are no commands.
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || name === undefined) {
    const known = Object.keys(commands).join(", ");
    terminal.error(
      name === undefined
        ? `byob: a command is missing. Use one of ${known}; see byob --help\n`
        : `byob: "${inert(name)}" is not a command. Use one of ${known}; see byob --help\n`,
    );
    return 2;
  }
  const before = parameters.includes("--") ? parameters.indexOf("--") : parameters.length;
  if (parameters.slice(0, before).some((each) => each === "--help" || each === "-h")) {
    terminal.out(usageOf(name));
    return 0;
  }
  try {
    return await command(parameters, terminal);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    if (!(fault instanceof UsageError) && !("code" in fault)) throw fault;
    terminal.error(`byob: ${inert(fault.message)}\n`);
    return 2;
  }
}
