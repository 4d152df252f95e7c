import { rename, stat, writeFile } from "node:fs/promises";
import { settle } from "../rules/prove-fix.js";
import { formatMessage } from "../text/message.js";
import { type BYOBDocument } from "../documents/document.js";
import { folderEvidence } from "./folder-evidence.js";
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
  if (positionals.length === 0) throw new UsageError("fix requires a path; see byob --help");
  const dryRun = values["dry-run"] === true;
  const done = { changed: 0, isLeft: false, failed: false };
  const evidence = folderEvidence();
  const mend = async (path: string, name: string, read: BYOBDocument): Promise<void> => {
    const { document, count, refused } = settle(read, { profile: evidence.profileOf(path) });
    for (const { finding, reason } of refused) {
      const line = document.source.positionAt(finding.span.start).line + 1;
      terminal.error(
        `${name}:${String(line)} ${finding.rule}: the fix was not applied, because ${formatMessage(reason)}\n`,
      );
    }
    if (refused.length > 0) done.isLeft = true;
    if (count === 0) return;
    if (!dryRun) await replaceFile(path, document.source.getText());
    done.changed += 1;
    terminal.out(
      `${name}: ${String(count)} ${count === 1 ? "fix" : "fixes"} ${dryRun ? "to apply" : "applied"}\n`,
    );
  };
  /** Keeps a file that cannot be read or written from stopping the others. */
  const guarded = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (reason) {
      terminal.error(
        `byob: ${name}: ${reason instanceof UsageError ? reason.message : faultOf(reason)}\n`,
      );
      done.failed = true;
    }
  };
  const waiting: (() => Promise<void>)[] = [];
  for await (const { path, fault } of walk(positionals, terminal.workingDirectory)) {
    const name = shownPath(path, terminal.workingDirectory);
    await guarded(name, async () => {
      if (fault !== undefined) throw new UsageError(fault);
      const { document } = await readFileDocument(path, options);
      if (document === undefined) return;
      evidence.note(path, document);
      if (evidence.decides(document)) {
        waiting.push(() => guarded(name, () => mend(path, name, document)));
      } else await mend(path, name, document);
    });
  }
  for (const work of waiting) await work();
  terminal.out(
    `${String(done.changed)} ${done.changed === 1 ? "file" : "files"} ${dryRun ? "to change" : "changed"}\n`,
  );
  return done.failed ? 2 : done.isLeft ? 1 : 0;
};

/** Writes beside the file and renames, so that an interruption leaves the old text whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  const temporary = `${path}.byob-${String(process.pid)}.tmp`;
  await writeFile(temporary, text, { mode });
  await rename(temporary, path);
}
