import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package whose code or grammar ships in a bundle. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX identifier. */
  readonly license: string;
  /** The text of its license, and its own notices if it has any. */
  readonly texts: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The packages that the bundles are made of, by name. Throws if one has no license text. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const listed = execFileSync(process.execPath, ["esbuild.js", "--list-packages"], {
    cwd: root,
    encoding: "utf8",
  });
  const folders = JSON.parse(listed) as readonly string[];
  return folders
    .map((folder) => readPackage(join(root, folder)))
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ name, version }: ShippedPackage): string {
  return `${name} ${version}`;
}

function readPackage(folder: string): ShippedPackage {
  const path = join(folder, "package.json");
  const { name, version, license } = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice|thirdpartynotices)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (texts.length === 0) throw new Error(`${name} has no license text.`);
  return { name, version, license, texts };
}

/** What ships of others' work, with the full texts of their licenses. */
export function noticesText(root: string): string {
  const sections = shippedPackages(root).map(({ name, version, license, texts }) =>
    [`${name} ${version} (${license})`, ...texts].join("\n\n"),
  );
  const line = "=".repeat(80);
  return `${[
    "Third-party notices\n\nBYOB for VS Code is licensed under the terms in LICENSE. It contains the following software of others.",
    ...sections,
  ].join(`\n\n${line}\n\n`)}\n`;
}
