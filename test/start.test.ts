import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "byob-start-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("where the desktop's VS Code is, it opens with the extension on the examples", () => {
  const asked = join(folder, "asked");
  writeFileSync(join(folder, "code"), `#!/bin/sh\nprintf '%s\\n' "$@" > "${asked}"\n`);
  writeFileSync(join(folder, "code.cmd"), `@for %%a in (%*) do @echo %%~a>>"${asked}"\r\n`);
  chmodSync(join(folder, "code"), 0o755);
  const said = execFileSync(process.execPath, ["--import", "tsx", "tools/start.ts"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}` },
  });
  expect(said).toBe("VS Code is opening.\n");
  const [extension, opened] = readFileSync(asked, "utf8").trim().split(/\r?\n/);
  expect(resolve(extension?.replace("--extensionDevelopmentPath=", "") ?? "")).toBe(root);
  expect(opened).toBe(join(root, "examples"));
});
