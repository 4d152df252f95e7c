import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addresses } from "./addresses.js";
import { difference, type GoResult } from "./compare.js";

/**
 * `parity.ts` compares what the tokenizer and Go make of generated addresses; `parity.ts --record`
 * writes the table that the tests compare with.
 */
const folder = import.meta.dirname;
const table = join(folder, "../../test/address/go-parity.json");

function main(): number {
  const go = spawnSync("go", ["version"], { encoding: "utf8" });
  if (go.status !== 0) {
    console.log("Go is not here, so nothing was compared; the recorded table is part of npm test.");
    return 0;
  }
  const build = mkdtempSync(join(tmpdir(), "byob-parity-"));
  try {
    const program = join(build, "parity");
    const compiled = spawnSync("go", ["build", "-o", program, join(folder, "main.go")], {
      encoding: "utf8",
      env: { ...process.env, GOCACHE: join(build, "cache"), GO111MODULE: "off" },
    });
    if (compiled.status !== 0) {
      console.error(compiled.stderr);
      return 1;
    }
    if (process.argv.includes("--record")) return record(program, go.stdout.trim());
    return compare(program, go.stdout.trim());
  } finally {
    rmSync(build, { recursive: true, force: true });
  }
}

function compare(program: string, version: string): number {
  const count = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);
  const texts = addresses(count, Number(process.env["PARITY_SEED"] ?? 1));
  const results = run(program, texts);
  let different = 0;
  let accepted = 0;
  for (const [index, text] of texts.entries()) {
    const result = results[index];
    if (result === undefined) throw new Error(`No result for ${JSON.stringify(text)}.`);
    if (result[0] !== "!") accepted += 1;
    const found = difference(text, result);
    if (found === undefined) continue;
    different += 1;
    if (different <= 20) console.log(`${JSON.stringify(text)}: ${found}`);
  }
  console.log(
    `${version}: ${texts.length} addresses, ${accepted} accepted, ${texts.length - accepted} refused, ${different} read differently.`,
  );
  return different === 0 ? 0 : 1;
}

function record(program: string, version: string): number {
  const texts = addresses(2000, 2000);
  const results = run(program, texts);
  const rows = texts.map((text, index) => JSON.stringify([text, ...(results[index] ?? [])]));
  writeFileSync(table, `{"go":${JSON.stringify(version)},"rows":[\n${rows.join(",\n")}\n]}\n`);
  console.log(`${readFileSync(table, "utf8").length} characters in ${table}`);
  return 0;
}

function run(program: string, texts: readonly string[]): readonly GoResult[] {
  const { stdout, status, stderr } = spawnSync(program, {
    input: texts.map((text) => `${JSON.stringify(text)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(stderr);
  // Each line was printed by main.go, whose rows have this shape.
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as GoResult);
}

process.exitCode = main();
