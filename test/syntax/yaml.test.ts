import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments, parseDocument } from "yaml";
import { readYaml, readYamlComments } from "../../server/src/syntax/yaml.js";
import { memberOf, type Plain, type Tree, type Value } from "../../server/src/syntax/value.js";
import { plainText, replaceText } from "../../server/src/text/source-text.js";
import { applyEdits, type Edit } from "../../server/src/text/span.js";
import { checkTree, plainOf, stringsOf } from "./tree-checks.js";

const read = (text: string): Tree => {
  const [tree] = readYaml(plainText(text));
  if (tree === undefined) throw new Error("no document");
  return tree;
};
const plain = (text: string): unknown => plainOf(read(text).root, text);

describe("reading", () => {
  test("every scalar style reads as the yaml package reads it", () => {
    const text = [
      "plain: two\n  lines\n\n  and more",
      "single: 'it''s\n  folded'",
      'double: "a\\tb \\\n  c\\u0041\n\n  d"',
      "literal: |\n  a\n    b\n\n  c\n",
      "strip: |-\n  a\n\n",
      "keep: |+\n  a\n\n",
      "deep: |2\n    a\n  b",
      "folded: >\n  a\n  b\n\n  c\n    more\n  d\n",
      "number: 12\nboolean: true\nnothing:\ntilde: ~",
      "",
    ].join("\n");
    expect(plain(text)).toEqual(parseDocument(text).toJS());
  });

  test("aliases and merge keys give the anchored values", () => {
    expect(plain("a: &x { k: v }\nb: *x\nc:\n  <<: *x\n  own: 1\n")).toEqual({
      a: { k: "v" },
      b: { k: "v" },
      c: { own: 1, k: "v" },
    });
  });

  test("aliases that multiply are cut off", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i += 1) {
      const items = Array.from({ length: 9 }, () => `*a${i - 1}`).join(", ");
      lines.push(`a${i}: &a${i} [${items}]`);
    }
    const tree = read(lines.join("\n"));
    expect(tree.problems.some(({ code }) => code === "too-large")).toBe(true);
    expect(stringsOf(tree.root).length).toBeLessThan(20_000);
  });

  test("quoted JSON whose last line stands at its key's margin is read, as CloudFormation reads it", () => {
    const text = 'a:\n  p: !Sub \'{\n      "x": [1]\n  }\'\n  q: "[\n  2]"\n  r: 3\n';
    const tree = read(text);
    expect(tree.problems).toEqual([]);
    const parts = stringsOf(tree.root).map(({ value }) => value);
    expect(
      parts.filter((value) => /^[{[]/.test(value)).map((each): unknown => JSON.parse(each)),
    ).toEqual([{ x: [1] }, [2]]);
  });

  test("a missing quote is still a problem", () => {
    expect(read("a:\n  p: '{\n      \"x\": [1]\n  }\n  q: 'b'\n").problems).not.toEqual([]);
  });

  test("an anchor within itself is unknown", () => {
    expect(plain("a: &a [*a]\n")).toEqual({ a: [{ unknown: "*a" }] });
  });

  test("collections that are too deep are a problem and no crash", () => {
    for (const text of ["[".repeat(4000), "- ".repeat(4000), "{a: ".repeat(4000)]) {
      expect(read(text).problems.map(({ code }) => code)).toContain("too-deep");
    }
  });

  test("intrinsic functions are unknown, and a substitution has holes", () => {
    const text =
      "a: !Ref Bucket\nb: !Sub 'arn:aws:s3:::${Bucket}/${!x}*'\nc: !Join ['', [a, b]]\nd: !GetAtt A.B\n";
    expect(plain(text)).toEqual({
      a: { unknown: "!Ref Bucket" },
      b: "arn:aws:s3:::${Bucket}/${x}*",
      c: { unknown: "!Join ['', [a, b]]" },
      d: { unknown: "!GetAtt A.B" },
    });
    const sub = memberOf(read(text).root, "b")?.value;
    expect(sub?.kind === "string" && sub.holes).toEqual([{ start: 13, end: 22 }]);
  });

  test("template actions are holes in text and unknown elsewhere", () => {
    const text = [
      "{{- if .Values.bucket }}",
      "bucket: {{ .Values.bucket.name | quote }}",
      'url: "s3://{{ .Values.bucket.name }}/x"',
      "labels:",
      '  {{- include "labels" . | nindent 2 }}',
      "list:",
      "  - a",
      "  {{- toYaml .Values.more | nindent 2 }}",
      "{{- end }}",
      "last: 1",
      "",
    ].join("\n");
    expect(plain(text)).toEqual({
      bucket: { unknown: "{{ .Values.bucket.name | quote }}" },
      url: "s3://{{ .Values.bucket.name }}/x",
      labels: { unknown: '{{- include "labels" . | nindent 2 }}' },
      list: ["a", { unknown: "{{- toYaml .Values.more | nindent 2 }}" }],
      last: 1,
    });
    const url = memberOf(read(text).root, "url")?.value;
    expect(url?.kind === "string" && url.holes).toEqual([{ start: 5, end: 30 }]);
  });

  test("a template action in a block of text is a hole in it", () => {
    const text =
      "a: |\n  {\n    {{ .Values.x }}\n  }\nb: |\n{{ .Files.Get | indent 2 }}\nc: |\n  x\n{{- if .y }}\n  y\n{{- end }}\nd: 1\n";
    const { root } = read(text);
    const a = memberOf(root, "a")?.value;
    expect(
      a?.kind === "string" && a.holes.map(({ start, end }) => a.value.slice(start, end)),
    ).toEqual(["{{ .Values.x }}"]);
    expect(memberOf(root, "b")?.value?.kind).toBe("unknown");
    const c = memberOf(root, "c")?.value;
    expect(c?.kind === "string" && c.value).toContain("x\n{{- if .y }}");
    expect(memberOf(root, "d")?.value?.kind).toBe("number");
  });

  test("an action that begins lines of its own leaves room for members below it", () => {
    const text = 'm:\n  labels: {{- include "l" . | nindent 4 }}\n    own: 1\n';
    expect(plain(text)).toEqual({
      m: {
        labels: {
          '{{- include "l" . | nindent 4 }}': { unknown: '{{- include "l" . | nindent 4 }}' },
          own: 1,
        },
      },
    });
    expect(plain("a:\n  - {{- if .x }}\n    b: 1\n    {{- end }}\n")).toEqual({ a: [{ b: 1 }] });
  });

  test("a stream has a tree a document", () => {
    expect(readYaml(plainText("a: 1\n---\nb: 2\n")).map(({ root }) => plainOf(root))).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
  });

  test("comments are found, and what looks like one within a string is not", () => {
    const text = "# a\nb: 'x # y' # c\nd: |\n  # no\n{{ if . }} # e\nf: x#g\n";
    expect(readYamlComments(plainText(text)).map(({ value }) => value)).toEqual([
      "# a",
      "# c",
      "# e",
    ]);
  });

  test("a value that is still to be typed does not lose the rest", () => {
    expect(plain("a: 1\nb:\nc: [x,\nd: 2\n")).toMatchObject({ a: 1, b: null });
  });
});

describe("strings", () => {
  test("an edit in any style keeps the value around it", () => {
    const text = [
      "p: one two",
      "s: 'it''s two'",
      'd: "one\\ttwo"',
      "l: |\n  one\n  two\n",
      "f: >-\n  one\n\n  two",
      "",
    ].join("\n");
    for (const string of stringsOf(read(text).root).filter(({ value }) => value.includes("two"))) {
      const at = string.value.indexOf("two");
      const edited = applyEdits(text, [replaceText(string.content, at, at + 3, "a\nb")]);
      const values = stringsOf(read(edited).root).map(({ value }) => value);
      expect(values).toContain(string.value.replace("two", "a\nb"));
    }
  });
});

describe("writing", () => {
  const edited = (text: string, edit: (tree: Tree) => Edit | undefined): string => {
    const found = edit(read(text));
    return found === undefined ? "no edit" : applyEdits(text, [found]);
  };
  const value = (tree: Tree, key: string): Value | undefined => memberOf(tree.root, key)?.value;
  const append = (text: string, key: string, items: readonly Plain[]): string =>
    edited(text, (tree) => {
      const array = value(tree, key);
      return array?.kind === "array" ? tree.writer.appendItems(array, items) : undefined;
    });

  test("items are appended in the list's own style", () => {
    expect(append("a:\n  - x # one\nb: 1\n", "a", ["w", "*"])).toBe(
      'a:\n  - x # one\n  - w\n  - "*"\nb: 1\n',
    );
    expect(append("a: [x]\n", "a", ["w"])).toBe("a: [x, w]\n");
    expect(append("a: ['x']\n", "a", ["w"])).toBe("a: ['x', 'w']\n");
    expect(append("a: [\n  x,\n  y,\n]\n", "a", ["z"])).toBe("a: [\n  x,\n  y,\n  z,\n]\n");
    expect(append("a: []\n", "a", ["z", "w"])).toBe("a: [z, w]\n");
    expect(append("a:\n- |\n  text\n", "a", ["z"])).toBe("a:\n- |\n  text\n- z\n");
    expect(append("a:\n- b: 1\n  c: 2", "a", [{ b: 3, d: ["x"] }])).toBe(
      "a:\n- b: 1\n  c: 2\n- b: 3\n  d:\n  - x",
    );
  });

  test("members are added behind the last one", () => {
    const insert = (text: string): string =>
      edited(text, (tree) => {
        const object = value(tree, "o");
        return object?.kind === "object"
          ? tree.writer.insertMembers(object, { e: ["x"], m: 3000 })
          : undefined;
      });
    expect(insert("o:\n  a: 1\nz: 1\n")).toBe("o:\n  a: 1\n  e:\n    - x\n  m: 3000\nz: 1\n");
    expect(insert("o: { a: 1 }\n")).toBe("o: { a: 1, e: [x], m: 3000 }\n");
    expect(insert('o: {"a": 1}\n')).toBe('o: {"a": 1, "e": ["x"], "m": 3000}\n');
    expect(insert("o: {}\n")).toBe("o: { e: [x], m: 3000 }\n");
  });

  test("values are replaced in their quotes", () => {
    const replace = (text: string, plainValue: Plain): string =>
      edited(text, (tree) => {
        const old = value(tree, "k");
        return old === undefined ? undefined : tree.writer.replaceValue(old, plainValue);
      });
    expect(replace("k: a\n", "b: c")).toBe('k: "b: c"\n');
    expect(replace("k: 'a'\n", "it's")).toBe("k: 'it''s'\n");
    expect(replace("k:\nl: 1\n", "x")).toBe("k: x\nl: 1\n");
    expect(replace("k: |\n  x\nl: 1\n", "x")).toBe("k: x\nl: 1\n");
    expect(replace("k:\n  - a\nl: 1\n", ["b", "c"])).toBe("k:\n  - b\n  - c\nl: 1\n");
    expect(replace("k: 2012\n", "2012-10-17")).toBe('k: "2012-10-17"\n');
  });

  test("members and items are removed with their lines", () => {
    const remove = (text: string, key: string): string =>
      edited(text, ({ root, writer }) => {
        const member = memberOf(root, key);
        return root?.kind === "object" && member !== undefined
          ? writer.removeMember(root, member)
          : undefined;
      });
    expect(remove("a: 1\nb:\n  c: 1 # x\nd: 2\n", "b")).toBe("a: 1\nd: 2\n");
    expect(remove("a: 1\nb: 2", "b")).toBe("a: 1");
    expect(remove("{ a: 1, b: 2 }", "a")).toBe("{ b: 2 }");
    expect(remove("{ a: 1, b: 2 }", "b")).toBe("{ a: 1 }");
    expect(remove("a: &x 1\nb: *x\n", "a")).toBe("no edit");
    const removeItem = (text: string): string =>
      edited(text, (tree) => {
        const array = value(tree, "a");
        const item = array?.kind === "array" ? array.items[0] : undefined;
        return array?.kind === "array" && item !== undefined
          ? tree.writer.removeItem(array, item)
          : undefined;
      });
    expect(removeItem("a:\n- x\n- y\n")).toBe("a:\n- y\n");
    expect(removeItem("a:\n- x\nb: 1\n")).toBe("a:\n  []\nb: 1\n");
    expect(removeItem("a: [x]\n")).toBe("a: []\n");
  });
});

const seed = `# policy
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: &p
      Name: "a\\tb\\u00e9 \\
        c"
      Tags: ['it''s', two words, "s3://{{ .Values.x }}/y"]
      Rules:
        - Id: 1
          AllowedOrigins: ["*"] # all
          Text: |
            {
              "a": "b"
            }
        - { Id: 2, Folded: [x, y, ] }
  Policy:
    Document: >-
      one
      two

        three
    Ref: !Ref Bucket
    Sub: !Sub "arn:\${Bucket}"
    <<: *p
{{- if .Values.more }}
  More:
    - {{ .Values.a }}
    {{- toYaml . | nindent 4 }}
{{- end }}
---
second: |+
  x

`;

const plainSeed = seed.replace("{{ .Values.x }}", "x").split("{{- if")[0] ?? "";

const mangled = fc.constantFrom(seed, plainSeed).chain(mangle);

function mangle(seed: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat(seed.length),
      fc.nat(40),
      fc.oneof(
        fc.constantFrom(
          "\n",
          "  ",
          "- ",
          ": ",
          "'",
          '"',
          "{",
          "}",
          "[",
          "]",
          "|",
          ">",
          "&a ",
          "*a",
          "#",
          "{{",
          "}}",
          "? ",
          "\r\n",
          "\t",
          "!Sub ",
          "%",
          "---\n",
        ),
        fc.string({ maxLength: 6 }),
      ),
      fc.nat(seed.length),
    )
    .map(
      ([at, length, junk, end]) =>
        seed.slice(0, at) + junk + seed.slice(at + length, Math.max(at + length, end)),
    );
}

describe("mangled text", () => {
  test("reading keeps every promise", () => {
    fc.assert(
      fc.property(mangled, (text) => {
        for (const tree of readYaml(plainText(text))) checkTree(text, tree);
        for (const { span, value } of readYamlComments(plainText(text))) {
          expect(text.slice(span.start, span.end)).toBe(value);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("strings read as the yaml package reads them", () => {
    const pieces = fc.constantFrom(
      "a",
      "b c",
      " ",
      "\n",
      "\n  ",
      "\n\n  ",
      "\n     ",
      "''",
      '\\"',
      "\\n",
      "\\\n  ",
      "\\x41",
      "\t",
      "é",
      "\r\n  ",
    );
    const styles = fc.constantFrom(
      ["", ""],
      ["'", "'"],
      ['"', '"'],
      ["|\n  ", "\n"],
      [">\n  ", "\n"],
      ["|+\n  ", "\n\n"],
      [">-\n  ", "\n"],
      ["|2-\n  ", ""],
    );
    fc.assert(
      fc.property(styles, fc.array(pieces, { maxLength: 8 }), ([open, close], parts) => {
        const text = `k: ${open}${parts.join("")}${close}`;
        const [document] = parseAllDocuments(text, { strict: false, logLevel: "silent" });
        if (!document || document.errors.length > 0) return;
        const expected: unknown = document.toJS();
        expect(plain(text)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("every edit changes what it says and nothing else", () => {
    fc.assert(
      fc.property(mangled, (text) => {
        const trees = readYaml(plainText(text));
        for (const [i, tree] of trees.entries()) {
          // Template actions are unknown, and which of them there are may change with the edit.
          if (tree.problems.length > 0 || text.includes("{{")) continue;
          for (const { edit, expected } of editsOf(tree)) {
            const after = applyEdits(text, [edit]);
            const again = readYaml(plainText(after))[i];
            expect({ after, plain: plainOf(again?.root) }).toEqual({ after, plain: expected });
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Edits of a whole tree, and what it should then be. Trees with aliases share values: left out. */
function editsOf(tree: Tree): { edit: Edit; expected: unknown }[] {
  const results: { edit: Edit; expected: unknown }[] = [];
  const seen = new Set<Value>();
  const sharing: Value[] = [];
  const visit = (value: Value | undefined): void => {
    if (value === undefined) return;
    if (seen.has(value)) {
      sharing.push(value);
      return;
    }
    seen.add(value);
    if (value.kind === "object") for (const member of value.members) visit(member.value);
    if (value.kind === "array") for (const item of value.items) visit(item);
  };
  visit(tree.root);
  if (sharing.length > 0) return results;
  const add = (edit: Edit | undefined, target: Value, replacement: unknown): void => {
    if (edit !== undefined) {
      results.push({ edit, expected: plainOf(tree.root, "", new Map([[target, replacement]])) });
    }
  };
  for (const value of seen) {
    const before = plainOf(value);
    if (value.kind === "array" && Array.isArray(before)) {
      add(tree.writer.appendItems(value, ["new", { k: ["*"] }]), value, [
        ...(before as unknown[]),
        "new",
        { k: ["*"] },
      ]);
      value.items.forEach((item, i) => {
        add(
          tree.writer.removeItem(value, item),
          value,
          (before as unknown[]).filter((_, at) => at !== i),
        );
      });
    }
    if (
      value.kind === "object" &&
      new Set(value.members.map(({ key }) => key.value)).size === value.members.length
    ) {
      const object = before as Record<string, unknown>;
      add(tree.writer.insertMembers(value, { new_: ["a: b", 1] }), value, {
        ...object,
        new_: ["a: b", 1],
      });
      for (const member of value.members) {
        const { [member.key.value]: removed, ...rest } = object;
        add(tree.writer.removeMember(value, member), value, rest);
        add(tree.writer.renameKey(member, "re: named"), value, { ...rest, "re: named": removed });
      }
    }
    if (value.kind === "string" || value.kind === "number" || value.kind === "null") {
      add(tree.writer.replaceValue(value, 'it\'s #new: "x"'), value, 'it\'s #new: "x"');
      add(tree.writer.replaceValue(value, ["a", { b: 1 }]), value, ["a", { b: 1 }]);
    }
  }
  return results;
}
