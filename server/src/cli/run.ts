import { describeServiceReference } from "../catalog/service-reference.js";
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
      Report what is wrong with storage addresses, CORS configuration and policies.
  byob fix [--dry-run] [--address-key NAME]... [--policy-type [GLOB=]TYPE]... PATH...
      Apply the safe fixes. One that would change anything else is not applied and named; the
      exit code is then 1.
  byob preflight --origin URL [--method METHOD] [--header NAME]... [--format text|json] FILE
      Tell whether a browser may make W&B's requests under a CORS configuration.
  byob convert --to s3|s3-cli|s3-xml|gcs|azure|terraform-aws|terraform-google|terraform-azure|cloudformation FILE
      Write a CORS configuration in another tool's form.
  byob explain --principal ARN --action ACTION --resource ARN [--format text|json]
               [--context KEY=VALUE]... [--no-other-context]
               [--policy-type [GLOB=]TYPE]... FILE...
      Tell which statement allows or denies an access. A condition key that the request does
      not carry is given without a value; keys that are not given are unknown, unless there are
      no others.

  An address key is a further setting whose value is a storage address.
  A policy's TYPE is told by its content, unless you say bucket, key, identity, trust,
  coreweave-bucket, coreweave-organization, minio, or none for no policy at all.

  byob --version    byob --help
`;

export async function runCommand(
  [name, ...parameters]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  if (name === "--version" || name === "-v") {
    terminal.out(`byob ${version} (${describeServiceReference(terminal.now())})\n`);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help" || parameters.includes("--help")) {
    terminal.out(usage);
    return 0;
  }
  const command = name === undefined ? undefined : commands[name];
  if (command === undefined || name === undefined) {
    const known = Object.keys(commands).join(", ");
    terminal.error(
      name === undefined
        ? `byob: a command is missing (${known}); see byob --help\n`
        : `byob: "${name}" is no command (${known}); see byob --help\n`,
    );
    return 2;
  }
  try {
    return await command(parameters, terminal);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    if (!(fault instanceof UsageError) && !("code" in fault)) throw fault;
    terminal.error(`byob: ${fault.message}\n`);
    return 2;
  }
}
