import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { shippedPackages } from "../tools/notices.js";

const root = resolve(import.meta.dirname, "..");

/** What may ship in a program under the MIT license. */
const compatible = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
];

describe("what ships of others", () => {
  const shipped = shippedPackages(root);

  test("has a license that is compatible with ours", () => {
    expect(shipped.filter(({ license }) => !compatible.includes(license))).toEqual([]);
    expect(shipped.map(({ name }) => name)).toContain("yaml");
  });

  test("is named in the notices, with the text of its license", () => {
    const notices = readFileSync(join(root, "THIRD-PARTY-NOTICES.txt"), "utf8");
    const missing = shipped.filter(
      ({ name, version, texts }) =>
        !notices.includes(`${name} ${version} (`) || !texts.every((text) => notices.includes(text)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
    const titles = notices.match(/^={80}\n\n.+$/gm) ?? [];
    expect(titles).toHaveLength(shipped.length);
  });

  test("comes with the notices in the package", () => {
    const ignored = readFileSync(join(root, ".vscodeignore"), "utf8").split("\n");
    expect(ignored).toContain("!THIRD-PARTY-NOTICES.txt");
  });
});
