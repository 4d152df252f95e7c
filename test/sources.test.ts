import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyzerChecks } from "../server/src/catalog/policy/access-analyzer.js";
import { sources } from "../server/src/catalog/sources.js";
import { allRules } from "../server/src/rules/registry.js";

const root = join(import.meta.dirname, "../server/src");
const list = "catalog/sources.ts";

const texts = (readdirSync(root, { recursive: true }) as readonly string[])
  .filter((name) => name.endsWith(".ts") && name !== join(list) && !name.includes(".generated."))
  .filter((name) => statSync(join(root, name)).isFile())
  .map((name) => [name, readFileSync(join(root, name), "utf8")] as const);

describe("the list of sources", () => {
  test("has each page once", () => {
    const urls = Object.values(sources).map(({ url }) => url);
    expect(urls).toEqual([...new Set(urls)]);
  });

  test("has keys in kebab case, and dates", () => {
    for (const [key, { url, title, date }] of Object.entries(sources)) {
      expect(key).toMatch(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/);
      expect(url).toMatch(/^https:\/\//);
      expect(title).toMatch(/\S/);
      expect(date).toMatch(/^20\d\d(?:-\d\d(?:-\d\d)?)?$/);
    }
  });

  test("has no key that nothing names", () => {
    const unused = Object.keys(sources).filter(
      (key) => !texts.some(([, text]) => text.includes(`"${key}"`)),
    );
    expect(unused).toEqual([]);
  });

  test("is the only place for a page, but for parts of one that are computed", () => {
    const others = texts.filter(([, text]) => /\btitle: "[^"]*",\s+url: "https:/.test(text));
    expect(others.map(([name]) => name)).toEqual([]);
  });

  test("names only checks of Access Analyzer that there are", () => {
    const codes = new Set(analyzerChecks.map(({ code }) => `access-analyzer:${code}`));
    const named = allRules.flatMap((rule) => rule.sources as readonly string[]);
    const unknown = named.filter((key) => key.startsWith("access-analyzer:") && !codes.has(key));
    expect(unknown).toEqual([]);
  });
});
