import { expect, test } from "vitest";
import { createHclParser } from "../server/src/syntax/hcl-parser.js";
import { fuzz } from "../tools/fuzz/fuzz.js";
import { readSamples } from "../tools/fuzz/samples.js";
import { loadReaders, readHclWasm } from "./support/readers.js";

test("no fix harms a text, however broken that is", async () => {
  const tools = {
    readers: await loadReaders(),
    parseHcl: await createHclParser(await readHclWasm()),
  };
  const seed = Number(process.env["BYOB_SEED"] ?? 1);
  const { changed, failures } = fuzz(readSamples(), { seed, count: 5000, tools });
  expect(failures).toEqual([]);
  expect(changed).toBeGreaterThan(250);
}, 120_000);
