import { sourceOf } from "../server/src/catalog/sources.js";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { readDocument } from "../server/src/documents/document.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { allRules } from "../server/src/rules/registry.js";
import { formatMessage } from "../server/src/text/message.js";

const root = resolve(import.meta.dirname, "..");

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly jsonValidation: readonly {
      readonly fileMatch: readonly string[];
      readonly url: string;
    }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly properties?: unknown }>>;
    };
  };
}

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

test("everything that is contributed exists", () => {
  const { snippets, jsonValidation } = manifest.contributes;
  const paths = [
    manifest.icon,
    ...snippets.map(({ path }) => path),
    ...jsonValidation.map(({ url }) => url),
  ];
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the API that is compiled against is the oldest VS Code that is promised", () => {
  expect(`^${manifest.devDependencies["@types/vscode"] ?? ""}`).toBe(manifest.engines.vscode);
});

test("every version is exact", () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test("nothing starts with the editor", () => {
  expect(manifest.activationEvents).not.toContain("*");
  expect(manifest.activationEvents).not.toContain("onStartupFinished");
});

test("every command is one that the client registers", () => {
  const folder = join(root, "client/src");
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const commands = manifest.contributes.commands.map(({ command }) => command);
  expect(commands).toContain("byob.setPolicyType");
  const registered = (command: string): boolean =>
    sources.some((text) =>
      new RegExp(`registerCommand\\(\\s*"${command.replace(".", "\\.")}"`).test(text),
    );
  expect(commands.filter((command) => !registered(command))).toEqual([]);
});

test("every setting is told in the README", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const settings = Object.keys(manifest.contributes.configuration.properties);
  expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test("every rule has a setting", () => {
  const { properties } = manifest.contributes.configuration;
  const listed = Object.keys(properties["byob.rules"]?.properties ?? {});
  expect(listed).toEqual(allRules.map(({ id }) => id));
});

describe("rules", () => {
  test.each(allRules.map((rule) => [rule.id, rule] as const))("%s speaks as agreed", (id, rule) => {
    expect(id).toMatch(/^[a-z-]+\/[a-z][a-z\d-]*$/);
    expect(rule.summary).toMatch(/^[A-Z`].*\.$/s);
    expect(rule.rationale).toMatch(/^[A-Z`].*\.$/s);
    for (const { url, date } of rule.sources.map(sourceOf)) {
      expect(url).toMatch(/^https:\/\//);
      expect(date).toMatch(/^20\d\d(?:-\d\d(?:-\d\d)?)?$/);
    }
    for (const message of Object.values(rule.messages)) {
      expect(message).toMatch(/^(?:["A-Z{`]|aws:).*[.?]$/s);
      expect(message).not.toMatch(/\b(?:[Pp]lease|[Ii]nvalid|[Ss]hould)\b/);
    }
    if (rule.certainty === "uncertain") expect(["info", "hint"]).toContain(rule.severity);
  });
});

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** A snippet as an editor expands it when its user accepts every default. */
function expand(body: string): string {
  const values = new Map<string, string>();
  return body
    .replace(/\$\{(?<number>\d+)\|(?<choices>[^|]*)\|\}/g, (_, number: string, choices: string) => {
      const first = choices.split(/(?<!\\),/)[0]?.replaceAll(/\\(.)/g, "$1") ?? "";
      values.set(number, first);
      return first;
    })
    .replace(/\$\{(?<number>\d+):(?<name>(?:\\.|[^}])*)\}/g, (_, number: string, name: string) => {
      const text = name.replaceAll(/\\(.)/g, "$1");
      values.set(number, text);
      return text;
    })
    .replace(/\$\{(?<number>\d+)\}/g, (_, number: string) => values.get(number) ?? "")
    .replaceAll(/\\([\\$}])/g, "$1");
}

const contributed = manifest.contributes.snippets.flatMap(({ language, path }) =>
  Object.entries(JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, Snippet>).map(
    ([name, snippet]) => ({ language, name, snippet }),
  ),
);

describe("snippets", () => {
  test.each(contributed)(
    "$name in $language gives no finding but its placeholders",
    ({ language, snippet }) => {
      expect(snippet.prefix).toMatch(/^byob-/);
      const text = expand(snippet.body.join("\n"));
      expect(text).not.toMatch(/\$\{\d/);
      const document = readDocument(
        TextDocument.create(`file:///snippet.${language}`, language, 1, `${text}\n`),
      );
      expect(document.parts.length, "it is recognised").toBeGreaterThan(0);
      const findings = check(document, { profile: defaultProfile }).filter(
        ({ severity }) => severity === "error" || severity === "warning",
      );
      const others = findings.filter(({ rule }) => !rule.includes("placeholder"));
      expect(others.map(({ rule, message }) => `${rule}: ${formatMessage(message)}`)).toEqual([]);
    },
  );

  test("cover every provider in JSON and as addresses", () => {
    const prefixes = new Set(contributed.map(({ snippet }) => snippet.prefix));
    for (const prefix of [
      "byob-aws-bucket-policy",
      "byob-aws-key-policy",
      "byob-s3-cors",
      "byob-s3-cors-cli",
      "byob-coreweave-cors",
      "byob-coreweave-bucket-policy",
      "byob-gcs-cors",
      "byob-azure-cors",
      "byob-coreweave-address",
      "byob-aws-address",
      "byob-gcs-address",
      "byob-azure-address",
      "byob-s3-compatible-address",
    ]) {
      expect(prefixes).toContain(prefix);
    }
  });
});
