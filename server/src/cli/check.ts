import { open, type FileHandle } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { check as checkDocument } from "../rules/check.js";
import { allSeverities } from "../schema/severity.js";
import { inert } from "../text/inert.js";
import { folderEvidence } from "./folder-evidence.js";
import { judgingIn, judgingOptions, readJudging, type Judging } from "./judging.js";
import { choice, readOptions, wholeNumber } from "./options.js";
import { readFileDocument, skipReason, toDocument, type ReadDocument } from "./read.js";
import { reportFormatNames, reportFormats } from "./reports/formats.js";
import {
  count,
  counters,
  emptySummary,
  rankOf,
  type CheckedFile,
  type Summary,
} from "./reports/report.js";
import { type Command, type ExitCode, type Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";
import { faultOf, shownPath, walk } from "./walk.js";

/** After so long without an answer, a person wants to see that something goes on. */
const patience = 1000;

export const check: Command = async (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, {
    format: { type: "string" },
    output: { type: "string" },
    quiet: { type: "boolean" },
    all: { type: "boolean" },
    "fail-on": { type: "string" },
    "max-warnings": { type: "string" },
    stdin: { type: "boolean" },
    "stdin-filename": { type: "string" },
    ...judgingOptions,
  });
  const format = choice("format", values.format, reportFormatNames, "text");
  const failOn = choice("fail-on", values["fail-on"], [...allSeverities, "never"], "error");
  const mostWarnings = wholeNumber("max-warnings", values["max-warnings"]);
  const judging = readJudging(values);
  const output = await openOutput(values.output, terminal);
  try {
    const report = reportFormats[format]({
      quiet: values.quiet === true,
      all: values.all === true,
      style: output.style,
    });
    const summary = emptySummary();
    const progress = progressOf(terminal);
    const take = async (file: CheckedFile): Promise<void> => {
      count(summary, file);
      const text = report.file(file);
      if (text === "") return;
      progress.clear();
      await output.write(text);
    };
    const isInput = values.stdin === true || positionals.includes("-");
    const failed = isInput
      ? await checkInput(values["stdin-filename"], positionals, terminal, judging, take)
      : await checkPaths(
          positionals.length === 0 ? ["."] : positionals,
          terminal,
          judging,
          take,
          progress.next,
        );
    progress.clear();
    await output.write(report.end(summary));
    return exitCode(summary, { failed, failOn, mostWarnings });
  } finally {
    await output.close();
  }
};

interface Output {
  readonly style: Terminal["style"];
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where the report goes: to a file, or to the terminal. */
async function openOutput(path: string | undefined, terminal: Terminal): Promise<Output> {
  if (path === undefined) {
    const write = (text: string): Promise<void> => {
      terminal.outReport(text);
      return Promise.resolve();
    };
    return { style: terminal.style, write, close: () => Promise.resolve() };
  }
  let file: FileHandle;
  try {
    file = await open(resolve(terminal.workingDirectory, path), "w");
  } catch (fault) {
    throw new UsageError(`--output: cannot write "${path}": ${faultOf(fault)}`);
  }
  return {
    style: { pretty: false, color: false },
    write: async (text) => {
      await file.writeFile(text);
    },
    close: () => file.close(),
  };
}

function exitCode(
  summary: Summary,
  {
    failed,
    failOn,
    mostWarnings,
  }: {
    readonly failed: boolean;
    readonly failOn: (typeof allSeverities)[number] | "never";
    readonly mostWarnings: number | undefined;
  },
): ExitCode {
  if (failed) return 2;
  if (mostWarnings !== undefined && summary.warnings > mostWarnings) return 1;
  if (failOn === "never") return 0;
  const grave = allSeverities.filter((severity) => rankOf(severity) <= rankOf(failOn));
  return grave.some((severity) => summary[counters[severity]] > 0) ? 1 : 0;
}

type Take = (file: CheckedFile) => Promise<void>;

async function checkInput(
  name: string | undefined,
  paths: readonly string[],
  terminal: Terminal,
  judging: Judging,
  take: Take,
): Promise<boolean> {
  if (name === undefined) {
    throw new UsageError("stdin requires --stdin-filename, which determines the format");
  }
  if (paths.some((path) => path !== "-")) {
    throw new UsageError("stdin cannot be combined with paths");
  }
  const absolute = resolve(terminal.workingDirectory, name);
  const path = shownPath(absolute, terminal.workingDirectory);
  const options = { loadHcl: terminal.loadHcl, ...judging };
  const read = await toDocument(pathToFileURL(absolute).href, await terminal.readInput(), options);
  if (read.skipped !== undefined) {
    terminal.error(`byob: ${inert(path)}: not checked: ${skipReason(read.skipped)}\n`);
    return true;
  }
  tellUnfaithful(path, read, terminal);
  await take(judge(path, read, judging));
  return false;
}

/** Checks files as they are found; whether one could not be. */
async function checkPaths(
  paths: readonly string[],
  terminal: Terminal,
  judging: Judging,
  take: Take,
  next: (name: string) => void,
): Promise<boolean> {
  const options = { loadHcl: terminal.loadHcl, ...judging };
  const evidence = folderEvidence();
  /** What is held back until all files of its folder have been seen. */
  const waiting: (() => Promise<void>)[] = [];
  const flush = async (): Promise<void> => {
    for (const work of waiting.splice(0)) await work();
  };
  let failed = false;
  let folder = "";
  let isNamed = false;
  for await (const found of walk(paths, terminal.workingDirectory)) {
    const { path } = found;
    const name = shownPath(path, terminal.workingDirectory);
    // The files of a folder come one after the other, unless they are named one by one.
    if (dirname(path) !== folder && !isNamed && !found.isNamed) await flush();
    folder = dirname(path);
    isNamed = found.isNamed;
    next(name);
    try {
      if (found.fault !== undefined) throw new UsageError(found.fault);
      const read = await readFileDocument(path, options);
      if (read.skipped !== undefined) {
        terminal.error(`byob: ${inert(name)}: not checked: ${skipReason(read.skipped)}\n`);
        continue;
      }
      tellUnfaithful(name, read, terminal);
      evidence.note(path, read.document);
      if (waiting.length > 0 || evidence.decides(read.document)) {
        waiting.push(() => take(judge(name, read, judgingIn(judging, evidence.isForWandb(path)))));
      } else await take(judge(name, read, judging));
    } catch (reason) {
      terminal.error(`byob: ${inert(name)}: ${faultOf(reason)}\n`);
      failed = true;
    }
  }
  await flush();
  return failed;
}

/** Shows a person how far it is, once that takes long. */
function progressOf({ progress, now }: Terminal): {
  readonly next: (name: string) => void;
  /** Takes away what was shown, so that a line of the report has the place. */
  readonly clear: () => void;
} {
  let files = 0;
  let shown = now();
  let isShown = false;
  return {
    next: (name) => {
      files += 1;
      if (progress === undefined || now() - shown < patience) return;
      progress(`Checking… ${String(files)} files, ${inert(name.slice(0, 60))}`);
      shown = now();
      isShown = true;
    },
    clear: () => {
      if (isShown) progress?.("");
      isShown = false;
    },
  };
}

function tellUnfaithful(path: string, { isFaithful }: ReadDocument, terminal: Terminal): void {
  if (isFaithful) return;
  terminal.error(
    `byob: ${inert(path)}: checked, but some bytes are not valid UTF-8, so byob fix does not change this file\n`,
  );
}

function judge(path: string, { document }: ReadDocument, judging: Judging): CheckedFile {
  return { path, document, findings: checkDocument(document, judging) };
}
