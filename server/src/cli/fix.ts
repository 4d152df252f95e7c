import { rename, stat, writeFile } from "node:fs/promises";
import { defaultProfile } from "../model/profile.js";
import { settle } from "../rules/prove-fix.js";
import { formatMessage } from "../text/message.js";
import { policyTypes, readOptions } from "./options.js";
import { readFileDocument } from "./read.js";
import { type Command } from "./terminal.js";
import { UsageError } from "./usage-error.js";
import { faultOf, shownPath, walk } from "./walk.js";

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
  if (positionals.length === 0) throw new UsageError("fix needs a path; see byob --help");
  const dryRun = values["dry-run"] === true;
  let failed = false;
  let isLeft = false;
  let changed = 0;
  for await (const { path, fault } of walk(positionals, terminal.workingDirectory)) {
    const name = shownPath(path, terminal.workingDirectory);
    try {
      if (fault !== undefined) throw new UsageError(fault);
      const read = await readFileDocument(path, options);
      if (read.skipped !== undefined) continue;
      const { document, count, refused } = settle(read.document, { profile: defaultProfile });
      for (const { finding, reason } of refused) {
        const line = document.source.positionAt(finding.span.start).line + 1;
        terminal.error(
          `${name}:${String(line)} ${finding.rule}: the fix was not applied, because ${formatMessage(reason)}\n`,
        );
      }
      if (refused.length > 0) isLeft = true;
      if (count === 0) continue;
      if (!dryRun) await replaceFile(path, document.source.getText());
      changed += 1;
      terminal.out(
        `${name}: ${String(count)} ${count === 1 ? "fix" : "fixes"} ${dryRun ? "to apply" : "applied"}\n`,
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
  return failed ? 2 : isLeft ? 1 : 0;
};

/** Writes beside the file and renames, so that an interruption leaves the old text whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  const temporary = `${path}.byob-${String(process.pid)}.tmp`;
  await writeFile(temporary, text, { mode });
  await rename(temporary, path);
}
