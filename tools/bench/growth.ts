import { spawn } from "node:child_process";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readDocument } from "../../server/src/documents/document.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { settle } from "../../server/src/rules/prove-fix.js";
import { loadReaders } from "../../test/support/readers.js";
import { constructs, type Construct } from "./constructs.js";

/** In characters. */
const sizes = [40_000, 160_000, 640_000, 2_500_000];

/** Below this many milliseconds a time says more about the machine than about the text. */
const least = 10;

/** Milliseconds after which a construct is given up. */
const patience = 120_000;

/** Times in milliseconds, one for each size that was reached. */
interface Times {
  readonly check: readonly number[];
  readonly fix: readonly number[];
}

/** How time grows with the length of each construct, as an exponent: 1 is in step with the text, 2 with its square. */
export async function growth(script: string): Promise<string> {
  const rows: string[] = [];
  for (const { name } of constructs) {
    const times = await timesIn(script, name);
    const cells = [times.check, times.fix].map(
      (each) => `${each.at(-1)?.toFixed(0) ?? "?"} ms | ${exponent(each)}`,
    );
    rows.push(`| ${name} | ${cells.join(" | ")} |`);
    console.error(rows.at(-1));
  }
  return [
    `| Construct | Check, ${String((sizes.at(-1) ?? 0) / 1e6)} MB | Exponent | Fix | Exponent |`,
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** Measures one construct in this process, and prints each time as it is known. */
export async function measureConstruct(name: string): Promise<void> {
  const construct = constructs.find((each) => each.name === name);
  if (construct === undefined) throw new Error(`"${name}" is not a construct.`);
  const readers = await loadReaders();
  const documentOf = ({ file, text }: Construct, size: number): TextDocument =>
    TextDocument.create(`file:///${file}`, "", 1, text(size));
  const options = { profile: defaultProfile };
  for (const kind of ["check", "fix"] as const) {
    for (const size of [10_000, ...sizes]) {
      const source = documentOf(construct, size);
      const started = performance.now();
      const document = readDocument(source, { readers });
      if (kind === "check") check(document, options);
      else settle(document, options);
      // The first run compiles.
      if (size >= (sizes[0] ?? 0)) console.log(`${kind} ${String(performance.now() - started)}`);
    }
  }
}

async function timesIn(script: string, name: string): Promise<Times> {
  const child = spawn(process.execPath, [script, "growth", "--construct", name], {
    stdio: ["ignore", "pipe", "inherit"],
    timeout: patience,
  });
  let out = "";
  child.stdout.on("data", (data) => (out += String(data)));
  await new Promise((resolve) => child.on("close", resolve));
  const of = (kind: string): readonly number[] =>
    out
      .split("\n")
      .filter((line) => line.startsWith(`${kind} `))
      .map((line) => Number(line.slice(kind.length + 1)));
  return { check: of("check"), fix: of("fix") };
}

/** The slope of the times over the sizes, both as logarithms, where the times are long enough. */
function exponent(times: readonly number[]): string {
  if (times.length < sizes.length) return "not finished";
  const points = times.flatMap((time, index) =>
    time < least ? [] : [[Math.log(sizes[index] ?? 1), Math.log(time)] as const],
  );
  if (points.length < 2) return "–";
  const mean = (axis: 0 | 1): number =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const run = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return (rise / run).toFixed(2);
}
