import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { difference, type GoResult } from "../../tools/parity/compare.js";

type Row = readonly [text: string, ...result: readonly unknown[]];

// The table is written by tools/parity/parity.ts in this shape.
const table = JSON.parse(readFileSync(new URL("go-parity.json", import.meta.url), "utf8")) as {
  readonly go: string;
  readonly rows: readonly Row[];
};

test("every recorded address is read as Go read it", () => {
  const different = table.rows.flatMap(([text, ...result]) => {
    // What follows the text is the row that tools/parity/main.go printed.
    const found = difference(text, result as unknown as GoResult);
    return found === undefined ? [] : [`${text}: ${found}`];
  });
  expect(different).toEqual([]);
  expect(table.rows).toHaveLength(2000);
});

test("the table holds both sorts, and every reason for which Go refuses a text", () => {
  const refused = table.rows.filter((row) => row[1] === "!");
  expect(new Set(refused.map((row) => row[2]))).toEqual(
    new Set([
      "control-character",
      "scheme",
      "colon",
      "bracket",
      "port",
      "host-character",
      "userinfo",
      "escape",
    ]),
  );
  expect(table.rows.length - refused.length).toBeGreaterThan(500);
});
