import { settle } from "../rules/prove-fix.js";
import { inert } from "../text/inert.js";
import { formatMessage, message, type Message } from "../text/message.js";
import { encodeText } from "./encoding.js";
import { folderEvidence } from "./folder-evidence.js";
import { judgingIn, judgingOptions, readJudging } from "./judging.js";
import { readOptions } from "./options.js";
import { readFileDocument, type ReadDocument } from "./read.js";
import { type Command } from "./terminal.js";
import { UsageError } from "./usage-error.js";
import { faultOf, shownPath, walk } from "./walk.js";
import { replaceFile } from "./write-file.js";

export const fix: Command = async (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, {
    "dry-run": { type: "boolean" },
    ...judgingOptions,
  });
  const judging = readJudging(values);
  const options = { loadHcl: terminal.loadHcl, ...judging };
  const paths = positionals.length === 0 ? ["."] : positionals;
  const dryRun = values["dry-run"] === true;
  const done = { changed: 0, isLeft: false, failed: false };
  const evidence = folderEvidence();
  const mend = async (path: string, name: string, read: ReadDocument): Promise<void> => {
    const { document, count, refused } = settle(
      read.document,
      judgingIn(judging, evidence.isForWandb(path)),
    );
    for (const { finding, reason } of refused) {
      const line = document.source.positionAt(finding.span.start).line + 1;
      terminal.error(`${name}:${String(line)} ${finding.rule}: ${formatMessage(reason)}\n`);
    }
    if (refused.length > 0) done.isLeft = true;
    if (count === 0) return;
    if (!read.isFaithful) {
      throw new UsageError("not changed: the file contains bytes that are not valid UTF-8");
    }
    const after = encodeText(document.source.getText(), read.encoding);
    if (!dryRun) await replaceFile(path, read.bytes, after);
    done.changed += 1;
    terminal.out(`${name}: ${formatMessage(fixCount(count, dryRun))}\n`);
  };
  /** Keeps a file that cannot be read or written from stopping the others. */
  const guarded = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (reason) {
      terminal.error(`byob: ${name}: ${faultOf(reason)}\n`);
      done.failed = true;
    }
  };
  const waiting: (() => Promise<void>)[] = [];
  for await (const { path, fault } of walk(paths, terminal.workingDirectory)) {
    const name = inert(shownPath(path, terminal.workingDirectory));
    await guarded(name, async () => {
      if (fault !== undefined) throw new UsageError(fault);
      const read = await readFileDocument(path, options);
      if (read.document === undefined) return;
      evidence.note(path, read.document);
      if (evidence.decides(read.document)) {
        waiting.push(() => guarded(name, () => mend(path, name, read)));
      } else await mend(path, name, read);
    });
  }
  for (const work of waiting) await work();
  terminal.out(`${formatMessage(fileCount(done.changed, dryRun))}\n`);
  return done.failed ? 2 : done.isLeft ? 1 : 0;
};

function fixCount(count: number, dryRun: boolean): Message {
  const data = { count: String(count) };
  if (count === 1) return dryRun ? message("1 fix to apply") : message("1 fix applied");
  return dryRun ? message("{count} fixes to apply", data) : message("{count} fixes applied", data);
}

function fileCount(count: number, dryRun: boolean): Message {
  const data = { count: String(count) };
  if (count === 1) return dryRun ? message("1 file to change") : message("1 file changed");
  return dryRun ? message("{count} files to change", data) : message("{count} files changed", data);
}
