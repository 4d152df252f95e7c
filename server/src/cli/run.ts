import { describeServiceReference } from "../catalog/service-reference.js";
import { inert, inertLines } from "../text/inert.js";
import { version } from "../server/version.js";
import { check } from "./check.js";
import { fix } from "./fix.js";
import { explain } from "./explain.js";
import { convert, preflight } from "./cors.js";
import { type Command, type ExitCode, type Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

const commands: Readonly<Record<string, Command>> = { check, fix, preflight, convert, explain };

const usage = `Usage: byob <command> [options]

  byob check [--format text|json] [--fail-on error|warning|info|never]
             [--address-key NAME]... [--policy-type [GLOB=]TYPE]...
             [--stdin --stdin-filename NAME] PATH...
      Report problems in storage addresses, CORS configurations and policies.
  byob fix [--dry-run] [--address-key NAME]... [--policy-type [GLOB=]TYPE]... PATH...
      Apply the safe fixes. One that would change anything else is not applied and named; the
      exit code is then 1.
  byob preflight --origin URL [--method METHOD] [--header NAME]... [--format text|json] FILE
      Show whether a CORS configuration allows W&B's requests from a browser.
  byob convert --to s3|s3-cli|s3-xml|gcs|azure|terraform-aws|terraform-google|terraform-azure|cloudformation FILE
      Convert a CORS configuration to another tool's format.
  byob explain --principal ARN --action ACTION --resource ARN [--format text|json]
               [--context KEY=VALUE]... [--no-other-context]
               [--policy-type [GLOB=]TYPE]... FILE...
      Show which statement allows or denies a request. Give a condition key without a value if
      the request does not include it. Keys that you do not give are unknown; with
      --no-other-context, the request does not include them.

  An address key is the name of an additional setting whose value is a storage address.
  A policy's TYPE is detected from its content unless you give one: bucket, key, identity,
  trust, coreweave-bucket, coreweave-organization, minio, or none to skip policies.

  byob --version    byob --help
`;

export async function runCommand(
  [name, ...parameters]: readonly string[],
  outer: Terminal,
): Promise<ExitCode> {
  // The border: nothing that a file or an argument holds reaches the terminal as a command to it.
  const terminal: Terminal = {
    ...outer,
    out: (text) => {
      outer.out(inertLines(text));
    },
    error: (text) => {
      outer.error(inertLines(text));
    },
  };
  if (name === "--version" || name === "-v") {
    terminal.out(`byob ${version} (${describeServiceReference(terminal.now())})\n`);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help" || parameters.includes("--help")) {
    terminal.out(usage);
    return 0;
  }
  // Names that every object has, such as "toString", are no commands.
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || name === undefined) {
    const known = Object.keys(commands).join(", ");
    terminal.error(
      name === undefined
        ? `byob: missing command. Use one of ${known}; see byob --help\n`
        : `byob: "${inert(name)}" is not a command. Use one of ${known}; see byob --help\n`,
    );
    return 2;
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
