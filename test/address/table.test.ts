import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { draw } from "./table.js";

/**
 * `table.txt`: each line that is not indented is an address (one in quotes is a JSON string); below
 * it stand its parts, what Go makes of it where that differs, the findings, and the fixed text.
 */
const path = join(import.meta.dirname, "table.txt");
const lines = readFileSync(path, "utf8").split("\n");
const isAddress = (line: string): boolean => line !== "" && !/^(?: |# |$)/.test(line);

test("every address of the table is read and judged as it says", async () => {
  const drawn = lines
    .filter((line) => !line.startsWith(" "))
    .flatMap((line) => {
      if (!isAddress(line)) return [line];
      const text = line.startsWith('"') && line.endsWith('"') ? String(JSON.parse(line)) : line;
      return [line, ...draw(text).map((each) => `    ${each.replaceAll("\n", "\\n")}`)];
    });
  await expect(drawn.join("\n")).toMatchFileSnapshot(path);
});

test("the table holds at least 400 different addresses", () => {
  expect(new Set(lines.filter(isAddress)).size).toBeGreaterThanOrEqual(400);
});
