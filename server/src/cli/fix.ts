import { rename, stat, writeFile } from "node:fs/promises";
import { safeEdits } from "../features/code-actions.js";
import { defaultProfile } from "../model/profile.js";
import { check } from "../rules/check.js";
import { applyEdits } from "../text/span.js";
import { policyTypes, readOptions } from "./options.js";
import { readFileDocument, toDocument, type ReadFile, type ReadFileOptions } from "./read.js";
import { type Command } from "./terminal.js";
import { UsageError } from "./usage-error.js";
import { faultOf, shownPath, walk } from "./walk.js";

/** Fixes can make room for others; a file that is not settled by then has fixes that disagree. */
const mostRounds = 5;

export const fix: Command = async (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, {
    "dry-run": { type: "boolean" },
    "policy-type": { type: "string", multiple: true },
    "address-key": { type: "string", multiple: true },
  });
  const options = {
    loadHcl: terminal.loadHcl,
    policyTypes: policyTypes(values["policy-type"]),
    addressKeys: values["address-key"],
  };
  if (positionals.length === 0) throw new UsageError("fix requires a path; see byob --help");
  const dryRun = values["dry-run"] === true;
  let failed = false;
  let changed = 0;
  for await (const { path, fault } of walk(positionals, terminal.workingDirectory)) {
    const name = shownPath(path, terminal.workingDirectory);
    try {
      if (fault !== undefined) throw new UsageError(fault);
      const read = await readFileDocument(path, options);
      if (read.skipped !== undefined) continue;
      const fixed = await settle(read, options);
      if (fixed.text === read.text) continue;
      if (!dryRun) await replaceFile(path, fixed.text);
      changed += 1;
      terminal.out(
        `${name}: ${String(fixed.count)} ${fixed.count === 1 ? "fix" : "fixes"} ${dryRun ? "to apply" : "applied"}\n`,
      );
    } catch (reason) {
      terminal.error(
        `byob: ${name}: ${reason instanceof UsageError ? reason.message : faultOf(reason)}\n`,
      );
      failed = true;
    }
  }
  terminal.out(
    `${String(changed)} ${changed === 1 ? "file" : "files"} ${dryRun ? "to change" : "changed"}\n`,
  );
  return failed ? 2 : 0;
};

async function settle(
  read: Extract<ReadFile, { readonly skipped?: undefined }>,
  options: ReadFileOptions,
): Promise<{ readonly text: string; readonly count: number }> {
  let { document, text } = read;
  let count = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const findings = check(document, { profile: defaultProfile });
    const edits = safeEdits(findings);
    if (edits.length === 0) break;
    count += edits.length;
    text = applyEdits(text, edits);
    const again = await toDocument(document.uri, new TextEncoder().encode(text), options);
    if (again.skipped !== undefined) break;
    document = again.document;
  }
  return { text, count };
}

/** Writes beside the file and renames, so that an interruption leaves the old text whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  const temporary = `${path}.byob-${String(process.pid)}.tmp`;
  await writeFile(temporary, text, { mode });
  await rename(temporary, path);
}
