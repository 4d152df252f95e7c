import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defaultProfile, type Profile } from "../model/profile.js";
import { check as checkDocument } from "../rules/check.js";
import { type Severity } from "../rules/rule.js";
import { folderEvidence } from "./folder-evidence.js";
import { choice, policyTypes, readOptions } from "./options.js";
import {
  readFileDocument,
  skipReason,
  toDocument,
  type ReadFile,
  type ReadFileOptions,
} from "./read.js";
import { jsonReport, textReport, type CheckedFile } from "./report.js";
import { type Command, type Terminal } from "./terminal.js";
import { inert } from "../text/inert.js";
import { UsageError } from "./usage-error.js";
import { faultOf, shownPath, walk } from "./walk.js";

const ranks: Readonly<Record<Severity | "never", number>> = {
  hint: 0,
  info: 1,
  warning: 2,
  error: 3,
  never: 4,
};

/** After so long without an answer, a person wants to see that something goes on. */
const patience = 500;

export const check: Command = async (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, {
    format: { type: "string" },
    "fail-on": { type: "string" },
    stdin: { type: "boolean" },
    "stdin-filename": { type: "string" },
    "policy-type": { type: "string", multiple: true },
    "address-key": { type: "string", multiple: true },
  });
  const format = choice("format", values.format, ["text", "json"], "text");
  const failOn = choice(
    "fail-on",
    values["fail-on"],
    ["error", "warning", "info", "never"],
    "error",
  );
  const options = {
    loadHcl: terminal.loadHcl,
    policyTypes: policyTypes(values["policy-type"]),
    addressKeys: values["address-key"],
  };
  const results =
    values.stdin === true
      ? await checkInput(values["stdin-filename"], positionals, terminal, options)
      : await checkPaths(positionals, terminal, options);
  terminal.out(format === "json" ? jsonReport(results.files) : textReport(results.files));
  if (results.failed) return 2;
  const worst = Math.max(
    -1,
    ...results.files.flatMap(({ findings }) => findings.map(({ severity }) => ranks[severity])),
  );
  return worst >= ranks[failOn] ? 1 : 0;
};

interface Results {
  readonly files: readonly CheckedFile[];
  readonly failed: boolean;
}

async function checkInput(
  name: string | undefined,
  paths: readonly string[],
  terminal: Terminal,
  options: ReadFileOptions,
): Promise<Results> {
  if (name === undefined)
    throw new UsageError("--stdin requires --stdin-filename, which determines the format");
  if (paths.length > 0) throw new UsageError("--stdin cannot be combined with paths");
  const absolute = resolve(terminal.workingDirectory, name);
  const read = await toDocument(pathToFileURL(absolute).href, await terminal.readInput(), options);
  const path = shownPath(absolute, terminal.workingDirectory);
  return { files: judge(path, read, terminal, defaultProfile), failed: false };
}

async function checkPaths(
  paths: readonly string[],
  terminal: Terminal,
  options: ReadFileOptions,
): Promise<Results> {
  if (paths.length === 0) throw new UsageError("check requires a path; see byob --help");
  const evidence = folderEvidence();
  const judged: (() => readonly CheckedFile[])[] = [];
  let failed = false;
  let count = 0;
  let shown = Date.now();
  let drawn = false;
  for await (const { path, fault } of walk(paths, terminal.workingDirectory)) {
    const name = shownPath(path, terminal.workingDirectory);
    if (terminal.progress !== undefined && Date.now() - shown > patience) {
      terminal.progress(`Checking… ${String(count)} files, ${inert(name.slice(0, 60))}`);
      shown = Date.now();
      drawn = true;
    }
    let why = fault;
    if (why === undefined) {
      try {
        const read = await readFileDocument(path, options);
        if (read.document !== undefined) evidence.note(path, read.document);
        const judgeNow = (): readonly CheckedFile[] =>
          judge(name, read, terminal, evidence.profileOf(path));
        if (read.document !== undefined && evidence.decides(read.document)) judged.push(judgeNow);
        else {
          const files = judgeNow();
          judged.push(() => files);
        }
        count += 1;
      } catch (reason) {
        why = faultOf(reason);
      }
    }
    if (why !== undefined) {
      terminal.error(`byob: ${inert(name)}: ${why}\n`);
      failed = true;
    }
  }
  if (drawn) terminal.progress?.("");
  return { files: judged.flatMap((files) => files()), failed };
}

function judge(
  path: string,
  read: ReadFile,
  terminal: Terminal,
  profile: Profile,
): readonly CheckedFile[] {
  if (read.skipped !== undefined) {
    terminal.error(`byob: ${inert(path)}: not checked: ${skipReason(read.skipped)}\n`);
    return [];
  }
  const { document, isFaithful } = read;
  if (!isFaithful) {
    terminal.error(
      `byob: ${inert(path)}: checked, but some bytes are not UTF-8; byob fix leaves it alone\n`,
    );
  }
  return [{ path, document, findings: checkDocument(document, { profile }) }];
}
