import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);
const { forbidden } = require("../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly { readonly name: string }[];
};
const scratch = mkdtempSync(join(tmpdir(), "byob-layers-"));

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** An import that each wall forbids, as the importing file and what it imports. */
const planted: Readonly<Record<string, readonly [from: string, to: string]>> = {
  "no-cycles": ["server/src/text/one.ts", "server/src/text/two.ts"],
  "text-imports-downwards-only": ["server/src/text/a.ts", "server/src/catalog/x.ts"],
  "catalog-imports-downwards-only": ["server/src/catalog/a.ts", "server/src/syntax/x.ts"],
  "syntax-imports-downwards-only": ["server/src/syntax/a.ts", "server/src/schema/x.ts"],
  "schema-imports-downwards-only": ["server/src/schema/a.ts", "server/src/model/x.ts"],
  "model-imports-downwards-only": ["server/src/model/a.ts", "server/src/documents/x.ts"],
  "documents-imports-downwards-only": ["server/src/documents/a.ts", "server/src/rules/x.ts"],
  "rules-imports-downwards-only": ["server/src/rules/a.ts", "server/src/features/x.ts"],
  "features-imports-downwards-only": ["server/src/features/a.ts", "server/src/server/x.ts"],
  "address-keeps-to-its-domain": ["server/src/model/address/a.ts", "server/src/model/cors/x.ts"],
  "cors-keeps-to-its-domain": ["server/src/catalog/cors/a.ts", "server/src/catalog/policy/x.ts"],
  "policy-keeps-to-its-domain": ["server/src/model/policy/a.ts", "server/src/model/address/x.ts"],
  "access-keeps-to-its-domain": ["server/src/model/access/a.ts", "server/src/model/wandb/x.ts"],
  "wandb-keeps-to-its-domain": ["server/src/model/wandb/a.ts", "server/src/model/bucket/x.ts"],
  "installation-keeps-to-its-domain": [
    "server/src/model/installation/a.ts",
    "server/src/model/policy/x.ts",
  ],
  "features-for-address-keep-to-it": [
    "server/src/features/address/a.ts",
    "server/src/model/policy/x.ts",
  ],
  "features-for-cors-keep-to-it": [
    "server/src/features/cors/a.ts",
    "server/src/features/address/x.ts",
  ],
  "features-for-policy-keep-to-it": [
    "server/src/features/policy/a.ts",
    "server/src/model/cors/x.ts",
  ],
  "features-for-access-keep-to-it": [
    "server/src/features/access/a.ts",
    "server/src/model/wandb/x.ts",
  ],
  "features-for-wandb-keep-to-it": ["server/src/features/wandb/a.ts", "server/src/model/cors/x.ts"],
  "features-for-installation-keep-to-it": [
    "server/src/features/installation/a.ts",
    "server/src/model/policy/x.ts",
  ],
  "only-the-top-knows-lsp": ["server/src/rules/b.ts", "vscode-languageserver-types"],
  "only-the-client-knows-vscode": ["server/src/server/b.ts", "client/src/x.ts"],
  "the-client-knows-only-the-protocol": ["client/src/a.ts", "server/src/text/x.ts"],
  "the-protocol-knows-no-code": ["server/src/protocol/a.ts", "server/src/text/x.ts"],
  "rules-do-not-import-rules": ["server/src/rules/cors/a.ts", "server/src/rules/cors/x.ts"],
  "pure-below-the-server": ["server/src/model/b.ts", "node:fs"],
};

/** Writes a module that imports what is named, after what it holds already. */
function write(path: string, imported?: string): void {
  const file = join(scratch, path);
  mkdirSync(dirname(file), { recursive: true });
  const specifier =
    imported?.endsWith(".ts") === true
      ? `./${relative(dirname(path), imported).replace(/\.ts$/, ".js")}`
      : imported;
  const lines = imported === undefined ? "" : `import "${specifier ?? ""}";\n`;
  writeFileSync(file, `${lines}export const x = 1;\n`);
}

test("every wall catches a planted violation, and lets through what keeps to it", () => {
  copyFileSync(join(root, "tsconfig.json"), join(scratch, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"), "junction");
  for (const [, to] of Object.values(planted)) if (to.endsWith(".ts")) write(to);
  for (const [from, to] of Object.values(planted)) write(from, to);
  write("server/src/text/two.ts", "server/src/text/one.ts");
  write("server/src/model/wandb/fine.ts", "server/src/model/policy/x.ts");
  write("client/src/fine.ts", "server/src/protocol/a.ts");

  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = join(root, ".dependency-cruiser.cjs");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, "server/src", "client/src", "--config", config, "--output-type", "json"],
    { cwd: scratch, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  const { summary } = JSON.parse(stdout) as {
    readonly summary: {
      readonly violations: readonly { readonly from: string; readonly rule: { name: string } }[];
    };
  };
  const caught = (name: string): readonly string[] =>
    summary.violations.filter(({ rule }) => rule.name === name).map(({ from }) => from);
  expect(stderr).toBe("");
  expect(Object.keys(planted).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  for (const [name, [from]] of Object.entries(planted)) expect(caught(name), name).toContain(from);
  const guilty = summary.violations.map(({ from }) => from);
  expect(guilty.filter((path) => path.endsWith("/fine.ts"))).toEqual([]);
});
