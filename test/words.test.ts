import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { allRules } from "../server/src/rules/registry.js";

/** The first words of rule ids, each understood without the rule's page. */
const forms = ["no", "require", "valid", "known", "match", "prefer", "max"];

/** What a native engineer would not write. */
const unwanted: readonly RegExp[] = [
  /(?<![Tt]here )\b(?:is|are) no [a-z]/,
  /\bnone of\b/,
  /\bcan not\b/,
  /\bas it stands\b/,
  /\bin vain\b/,
  /\bstands? (?:behind|beside|in|for itself)\b/,
  /\bbeside the\b/,
  /\b[Ww]hoever\b/,
  /\b[Nn]obody\b/,
  /\b[Ee]verybody\b/,
  /\bwho may\b/i,
  /\bblanks?\b/,
  /\brefuses?d?\b/,
  /\borganisations?\b/i,
  /\bmisspelt\b/,
  /\b(?:colour|behaviour|recognise|authoris)/i,
  /\bone's\b/,
  /\btakes? (?:no|only|it for|the)\b/,
  /\b[Pp]lease\b/,
];

/** The texts of a rule: its documentation, its messages, and the titles of its fixes. */
function textsOf(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    // Long documentation is one text on several lines.
    const whole = ts.isBinaryExpression(node) ? joined(node) : undefined;
    if (whole !== undefined) {
      texts.push(whole);
      return;
    }
    if (ts.isStringLiteralLike(node) && /[a-z] [a-z]/.test(node.text)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function joined(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) {
    return undefined;
  }
  const [left, right] = [joined(node.left), joined(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

const folders = ["rules", "features", "model", "cli"].map((name) =>
  join(import.meta.dirname, "../server/src", name),
);
const files = folders.flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as readonly string[])
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);

describe("rule ids", () => {
  test("begin with one of few words", () => {
    const strange = allRules.filter(
      ({ id }) => !forms.includes(/\/(?<word>[a-z]+)/.exec(id)?.groups?.["word"] ?? ""),
    );
    expect(strange.map(({ id }) => id)).toEqual([]);
  });
});

describe("texts", () => {
  test("are in the field's own words", () => {
    const found = files.flatMap((path) =>
      textsOf(path)
        .filter((text) => unwanted.some((pattern) => pattern.test(text)))
        .map((text) => `${path.slice(path.indexOf("server/src"))}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test("name each placeholder, so that their order can change", () => {
    const unnamed = allRules.flatMap(({ id, messages }) =>
      Object.values(messages)
        .filter((text) => /\{\s*\d*\s*\}|%[sd]/.test(text))
        .map((text) => `${id}: ${text}`),
    );
    expect(unnamed).toEqual([]);
  });

  test("of rules are whole sentences", () => {
    const halves = allRules.flatMap(({ id, messages }) =>
      Object.values(messages)
        .filter((text) => !/^["`A-Z{a].*[.?]$/s.test(text))
        .map((text) => `${id}: ${text}`),
    );
    expect(halves).toEqual([]);
  });
});
