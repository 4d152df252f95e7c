// `npm run fuzz -- --seed 1 --count 200000`: mangles every example and fixture, fixes what comes out, and
// says where a fix did harm.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createHclParser } from "../server/src/syntax/hcl-parser.js";
import { loadReaders, readHclWasm } from "../test/support/readers.js";
import { fuzz } from "./fuzz/fuzz.js";
import { readSamples } from "./fuzz/samples.js";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "200000" },
    /** Where to write the texts that were harmed, with all that is needed to see why. */
    report: { type: "string" },
  },
});
const tools = {
  readers: await loadReaders(),
  parseHcl: await createHclParser(await readHclWasm()),
};
const started = performance.now();
const { count, changed, failures } = fuzz(readSamples(), {
  seed: Number(values.seed),
  count: Number(values.count),
  tools,
});
const kinds = new Map<string, number>();
for (const { kind } of failures) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
for (const [kind, times] of kinds) {
  const first = failures.find((failure) => failure.kind === kind);
  console.log(
    `${kind}: ${String(times)}, first with seed ${String(first?.seed)} (${first?.sample ?? ""})`,
  );
}
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(failures, null, 2));
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${String(count)} texts, ${String(changed)} of them changed by fixes, ${String(failures.length)} harmed; ${seconds} s`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
