// `npm run mutation -- --seed 1 --windows 110`: changes the program in small ways, one at a time, and tells
// which changes no test notices. A seeded sample of lines is changed, spread over the rooms.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { createRandom } from "./fuzz/random.js";

const root = resolve(import.meta.dirname, "..");
const rooms = ["model", "rules", "features", "documents", "cli"];

/** How many lines in a row are changed, one change at a time. */
const windowLines = 12;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    /** How many places are drawn; a place gives five to six changes. */
    windows: { type: "string", default: "110" },
    concurrency: { type: "string", default: "2" },
    /** Where to write the changes that no test noticed. */
    report: { type: "string" },
  },
});

interface Line {
  readonly file: string;
  readonly line: number;
}

/** Lines with code in them, of one room. */
function linesOf(room: string): readonly Line[] {
  const folder = join(root, "server/src", room);
  const files = (readdirSync(folder, { recursive: true }) as readonly string[]).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"),
  );
  return files.toSorted().flatMap((name) => {
    const path = join(folder, name);
    return readFileSync(path, "utf8")
      .split("\n")
      .flatMap((text, index) =>
        /^\s*(?:import|export \*|\/\/|\/?\*|$)/.test(text)
          ? []
          : [{ file: relative(root, path), line: index + 1 }],
      );
  });
}

const random = createRandom(Number(values.seed));
const perRoom = Math.ceil(Number(values.windows) / rooms.length);
const ranges = rooms.flatMap((room) => {
  const lines = linesOf(room);
  return Array.from({ length: perRoom }, () => lines[random.below(lines.length)]).flatMap((at) =>
    at === undefined ? [] : [`${at.file}:${String(at.line)}-${String(at.line + windowLines)}`],
  );
});

const results = await new Stryker({
  mutate: ranges,
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner"],
  coverageAnalysis: "perTest",
  concurrency: Number(values.concurrency),
  ignoreStatic: true,
  timeoutMS: 20_000,
  reporters: ["progress-append-only"],
  tempDirName: ".stryker",
  disableTypeChecks: false,
  checkers: [],
  allowEmpty: false,
}).runMutationTest();

const counted = results.filter(({ status }) => status !== "Ignored" && status !== "CompileError");
const unnoticed = counted.filter(({ status }) => status === "Survived" || status === "NoCoverage");
const share = ((1 - unnoticed.length / counted.length) * 100).toFixed(1);
const listed = unnoticed.map(({ fileName, location, mutatorName, replacement, status }) => {
  const place = `${relative(root, fileName)}:${String(location.start.line)}:${String(location.start.column)}`;
  return `${status} ${place} ${mutatorName} ${replacement.replaceAll("\n", " ").slice(0, 100)}`;
});
if (values.report !== undefined) writeFileSync(values.report, `${listed.join("\n")}\n`);
console.log(listed.join("\n"));
console.log(
  `${String(counted.length)} changes with seed ${values.seed}, ${String(counted.length - unnoticed.length)} noticed: ${share} %`,
);
