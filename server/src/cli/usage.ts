import { corsTargets } from "../model/cors/convert.js";
import { severityMeanings } from "../schema/severity.js";
import { reportFormatNames } from "./reports/formats.js";

const judging = `Options that affect the checks:
  --deployment multi-tenant|dedicated|self-managed
                         Your W&B deployment type
  --server-version X.Y.Z, --chart-version X.Y.Z
                         Versions of your W&B server and Helm chart
  --aws-region REGION    AWS_REGION of a W&B server that runs on AWS
  --origin URL           Origin of your W&B front end; can be repeated
  --address-key NAME     Additional setting that contains a storage address; can be repeated
  --policy-type [GLOB=]TYPE
                         Type of policies whose type cannot be detected: bucket, key,
                         identity, trust, coreweave-bucket, coreweave-organization, minio, or
                         none to skip policies
  --rule RULE=SEVERITY, --rule 'GROUP/*=SEVERITY'
                         Severity of a rule or of a group of rules, or off
`;

const pages: Readonly<Record<string, string>> = {
  check: `Usage: byob check [options] [PATH...]
       byob check [options] - --stdin-filename NAME

Reports problems in storage addresses, CORS configurations, policies, and installation files.
Without a path, it checks the working directory. Folders are searched recursively, except for files that git ignores.

Report:
  --format ${reportFormatNames.join("|")}
                         How findings are reported; the default is text
  --output FILE          File to write the report to
  --quiet                List only errors; the exit code does not change
  --all                  Also list files without findings (json, junit)
  --fail-on error|warning|info|hint|never
                         Lowest severity that results in exit code 1; the default is error
  --max-warnings N       More than N warnings result in exit code 1

${judging}
Severities:
${Object.entries(severityMeanings)
  .map(([name, meaning]) => `  ${name.padEnd(9)}${meaning}`)
  .join("\n")}

Exit code: 0 if the check passes, 1 if it does not, 2 for a usage error or a file that cannot be read.
`,
  fix: `Usage: byob fix [--dry-run] [options] [PATH...]

Applies the safe fixes. A fix that would change anything else is reported but not applied, and the exit
code is then 1.

  --dry-run              Show what would change without changing any files

${judging}`,
  preflight: `Usage: byob preflight [--origin URL] [--method METHOD] [--header NAME]... [--format text|json] FILE

Shows whether a CORS configuration allows the requests that W&B sends from a browser.
Exit code: 0 if all are allowed, 1 if any is blocked, 2 for a usage error.
`,
  convert: `Usage: byob convert --to TARGET FILE

Converts a CORS configuration to another tool's format: ${corsTargets.join(", ")}.
`,
  explain: `Usage: byob explain --principal ARN --action ACTION --resource ARN [options] FILE...

Shows which statement allows or denies a request.

  --context KEY=VALUE    Condition key of the request; omit the value if the request does not include the key
  --no-other-context     The request does not include any other condition keys; without this option, they are unknown
  --policy-type [GLOB=]TYPE
  --format text|json

Exit code: 0 if the request is allowed, 1 if it is denied or the result is unknown, 2 for a usage error.
`,
  rules: `Usage: byob rules [--format text|json]

Lists all rules, one per line: ID, severity, and what the rule requires.
`,
  rule: `Usage: byob rule RULE

Explains a rule: what it requires, why, what it applies to, and its sources.
`,
};

/** What the command line can do. */
export const usage = `Usage: byob COMMAND [options]

  byob check [PATH...]    Report problems
  byob fix [PATH...]      Apply the safe fixes
  byob preflight FILE     Show whether a CORS configuration allows W&B's requests
  byob convert FILE       Convert a CORS configuration to another tool's format
  byob explain FILE...    Show which statement allows or denies a request
  byob rules              List all rules
  byob rule RULE          Explain a rule

  byob COMMAND --help     Options of a command
  byob --version
`;

/** How a command is used. */
export function usageOf(command: string): string {
  return pages[command] ?? usage;
}
