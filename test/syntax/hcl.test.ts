import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HclTree } from "../../server/src/syntax/hcl.js";
import {
  memberOf,
  type ObjectValue,
  type Plain,
  type Value,
} from "../../server/src/syntax/value.js";
import { plainText, replaceText } from "../../server/src/text/source-text.js";
import { applyEdits, type Edit } from "../../server/src/text/span.js";
import { loadHcl } from "../support/readers.js";
import { checkTree, plainOf, stringsOf } from "./tree-checks.js";

const readHcl = await loadHcl();

const read = (text: string): HclTree => readHcl(plainText(text));
const plain = (text: string): unknown => plainOf(read(text).root, text);
const at = (value: Value | undefined, ...path: (string | number)[]): Value | undefined => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "string") return at(memberOf(value, step)?.value, ...rest);
  return value?.kind === "array" ? at(value.items[step], ...rest) : undefined;
};

describe("reading", () => {
  test("attributes, lists, objects and scalars", () => {
    const text = `
      a = "x\\n\\"\\u00e9" # one
      b = [1, -2.5, true, null, "s",] // two
      c = { k = "v", "q r": [], n = { } /* three */
        last = 1
      }
    `;
    expect(plain(text)).toEqual({
      a: 'x\n"é',
      b: [1, -2.5, true, null, "s"],
      c: { k: "v", "q r": [], n: {}, last: 1 },
    });
    expect(read(text).problems).toEqual([]);
    expect(read(text).comments.map(({ value }) => value)).toEqual([
      "# one",
      "// two",
      "/* three */",
    ]);
  });

  test("blocks are repeated members, and their labels can be read", () => {
    const text = `
resource "aws_s3_bucket" "b" {
  cors_rule {
    allowed_methods = ["GET"]
  }
  cors_rule { max_age_seconds = 3000 }
}
data "aws_iam_policy_document" "d" {
  statement {
    principals {
      type = "AWS"
    }
  }
}
`;
    const tree = read(text);
    expect(plainOf(tree.root)).toEqual({
      resource: [{ cors_rule: [{ allowed_methods: ["GET"] }, { max_age_seconds: 3000 }] }],
      data: [{ statement: [{ principals: [{ type: "AWS" }] }] }],
    });
    const [resource] = tree.blocksIn(tree.root);
    expect(resource?.labels.map(({ value }) => value)).toEqual(["aws_s3_bucket", "b"]);
    expect(resource && tree.blocksIn(resource.body).map(({ type }) => type.value)).toEqual([
      "cors_rule",
      "cors_rule",
    ]);
  });

  test("what jsonencode encodes is read, and other expressions are unknown", () => {
    const text = `
p = jsonencode({
  Version = "2012-10-17"
  "Statement": [{ Effect = "Allow", Resource = aws_s3_bucket.b.arn }]
})
r = var.a
f = merge({ a = 1 }, var.b)
t = var.x ? "a" : "b"
l = [for x in y : x]
s = "a" == "b"
i = ["a", var.b[0], f(local.c...)]
m = join(",", [
  "a",
])
z = 1
`;
    expect(plain(text)).toEqual({
      p: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Resource: { unknown: "aws_s3_bucket.b.arn" } }],
      },
      r: { unknown: "var.a" },
      f: { unknown: "merge({ a = 1 }, var.b)" },
      t: { unknown: 'var.x ? "a" : "b"' },
      l: { unknown: "[for x in y : x]" },
      s: { unknown: '"a" == "b"' },
      i: ["a", { unknown: "var.b[0]" }, { unknown: "f(local.c...)" }],
      m: { unknown: 'join(",", [\n  "a",\n])' },
      z: 1,
    });
    expect(read(text).problems).toEqual([]);
  });

  test("interpolations are holes, and doubled signs are text", () => {
    const tree = read('a = "arn:${var.p}/$${aws:user}%{ if x }y%{ endif }"\n');
    const a = at(tree.root, "a");
    expect(a?.kind === "string" && a.value).toBe("arn:${var.p}/${aws:user}%{ if x }y%{ endif }");
    expect(
      a?.kind === "string" && a.holes.map(({ start, end }) => a.value.slice(start, end)),
    ).toEqual(["${var.p}", "%{ if x }", "%{ endif }"]);
  });

  test("here-documents lose their common indent where they ask for it", () => {
    const text = `
a = <<-EOF
    {
      "x": "\${var.y}$\${z}"

    }
  EOF
b = <<EOF
  kept \\n
EOF
c = 1
`;
    const tree = read(text);
    expect(plainOf(tree.root)).toEqual({
      a: '{\n  "x": "${var.y}${z}"\n\n}\n',
      b: "  kept \\n\n",
      c: 1,
    });
    const a = at(tree.root, "a");
    expect(a?.kind === "string" && a.holes.length).toBe(1);
  });

  test("an interpolation may span lines of a here-document", () => {
    const text = 'a = <<EOF\nx ${join(",", [\n  1,\n])} y\nz\nEOF\nb = 1\n';
    expect(plain(text)).toEqual({ a: 'x ${join(",", [\n  1,\n])} y\nz\n', b: 1 });
  });

  test.each([
    ["broken = = 2", { broken: undefined }],
    ["broken =", { broken: undefined }],
    ["broken", {}],
    ['broken = "x', { broken: "x" }],
    ['broken = ["x",', { broken: ["x"] }],
    ["broken = foo(1,", { broken: { unknown: "foo(1," } }],
    ["br.oken {\n  x = 1\n  }", {}],
    ["= 3", {}],
    ['broken = "${var.x"', { broken: "${var.x" }],
    ["broken = var.", { broken: undefined }],
    ["broken = [\n    1,\n    2,", { broken: [1, 2] }],
    ["broken = [\n    1\n    2\n  ]", { broken: [1, 2] }],
    ["broken = { a = 1, b = }", { broken: { a: 1, b: undefined } }],
    ["broken = <<EOF", { broken: undefined }],
    ['broken = "\\q"', { broken: "\\q" }],
  ])("a broken line costs itself only: %s", (line, expected) => {
    const text = `r "a" {\n  before = 1\n  ${line}\n  after = "x"\n  b { c = 2 }\n}\nlast = 3\n`;
    expect(plain(text)).toEqual({
      r: [{ before: 1, ...expected, after: "x", b: [{ c: 2 }] }],
      last: 3,
    });
    expect(read(text).problems.length).toBeGreaterThan(0);
  });

  test("characters of two units do not shift what follows", () => {
    const tree = read('# 😀\na = "😀" # 😀\nb = [var.😀, "é😀${c}", 1]\nd = 2\n');
    checkTree('# 😀\na = "😀" # 😀\nb = [var.😀, "é😀${c}", 1]\nd = 2\n', tree);
    const text = 'a = "😀" # 😀\nb = [var.x, "é😀${c}"]\nd = 2\n';
    const { root, comments } = read(text);
    expect(plainOf(root, text)).toEqual({
      a: "😀",
      b: [{ unknown: "var.x" }, "é😀${c}"],
      d: 2,
    });
    expect(comments.map(({ span }) => text.slice(span.start, span.end))).toEqual(["# 😀"]);
    expect(memberOf(root, "d")?.span).toEqual({ start: text.length - 6, end: text.length - 1 });
  });

  test("what is too long or too deep is a problem", () => {
    expect(read(`a = ${"[".repeat(101)}`).problems.map(({ code }) => code)).toEqual(["too-deep"]);
    const long = `a = "${"x".repeat(1_000_000)}"`;
    expect(read(long).problems.map(({ code }) => code)).toEqual(["too-large"]);
  });

  test("what is too deep is a problem and no crash", () => {
    for (const piece of [
      "[",
      "{a=",
      "b {\n",
      "jsonencode(",
      '"${',
      "a = <<E\n${",
      "((((",
      "f([{",
    ]) {
      const start = performance.now();
      checkTree(`x = ${piece.repeat(5000)}`, read(`x = ${piece.repeat(5000)}`));
      read(piece.repeat(5000));
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});

test("an edit in any string keeps what is around it", () => {
  const text = 'a = "one two"\nb = <<-EOF\n    one\n      two three\n  EOF\nc = <<EOF\ntwo\nEOF\n';
  for (const string of stringsOf(read(text).root).filter(({ value }) => value.includes("two"))) {
    const from = string.value.indexOf("two");
    const edited = applyEdits(text, [replaceText(string.content, from, from + 3, 'x${y}\n"%{')]);
    const values = stringsOf(read(edited).root).map(({ value }) => value);
    expect(values.some((value) => value.includes('x${y}\n"%{'))).toBe(true);
    expect(read(edited).problems).toEqual([]);
    expect(stringsOf(read(edited).root).flatMap(({ holes }) => holes)).toEqual([]);
  }
});

describe("writing", () => {
  const edited = (text: string, edit: (tree: HclTree) => Edit | undefined): string => {
    const found = edit(read(text));
    return found === undefined ? "no edit" : applyEdits(text, [found]);
  };
  const append = (text: string, items: readonly Plain[], ...path: (string | number)[]): string =>
    edited(text, ({ root, writer }) => {
      const array = at(root, ...path);
      return array?.kind === "array" ? writer.appendItems(array, items) : undefined;
    });
  const insert = (
    text: string,
    members: Readonly<Record<string, Plain>>,
    ...path: (string | number)[]
  ): string =>
    edited(text, ({ root, writer }) => {
      const object = at(root, ...path);
      return object?.kind === "object" ? writer.insertMembers(object, members) : undefined;
    });

  test("items are appended in the list's own style", () => {
    expect(append('a = ["x"]\n', ["y", "${z}"], "a")).toBe('a = ["x", "y", "$${z}"]\n');
    expect(append("a = []\n", ["y"], "a")).toBe('a = ["y"]\n');
    expect(append('a = [\n  "x", # one\n]\n', ["y"], "a")).toBe('a = [\n  "x",\n  "y", # one\n]\n');
    expect(append("r {\n  c {\n    a = 1\n  }\n}\n", [{ a: 2, bb: ["x"] }], "r", 0, "c")).toBe(
      'r {\n  c {\n    a = 1\n  }\n\n  c {\n    a  = 2\n    bb = ["x"]\n  }\n}\n',
    );
  });

  test("members are added to bodies and objects", () => {
    expect(insert("r {\n  a = 1 # x\n}\n", { b: ["x"] }, "r", 0)).toBe(
      'r {\n  a = 1 # x\n  b = ["x"]\n}\n',
    );
    expect(insert("r {}\n", { b: 1 }, "r", 0)).toBe("r {\n  b = 1\n}\n");
    expect(insert("r { a = 1 }\n", { b: 1 }, "r", 0)).toBe("r {\n  a = 1\n  b = 1\n}\n");
    expect(insert("o = { a = 1 }\n", { b: 1 }, "o")).toBe("o = { a = 1, b = 1 }\n");
    expect(insert('o = {\n  "a": 1,\n  "b": 2\n}\n', { c: 1 }, "o")).toBe(
      'o = {\n  "a": 1,\n  "b": 2,\n  "c": 1\n}\n',
    );
    expect(insert("o = {\n  a = 1\n}\n", { c: { d: 1 } }, "o")).toBe(
      "o = {\n  a = 1\n  c = {\n    d = 1\n  }\n}\n",
    );
  });

  test("a block is added behind all else", () => {
    const text = 'resource "x" "y" {\n  bucket = "b"\n}\n';
    expect(
      edited(text, ({ root, writer }) => {
        const body = at(root, "resource", 0);
        return body?.kind === "object"
          ? writer.appendBlock(body, "cors_rule", { allowed_methods: ["GET"], max_age_seconds: 1 })
          : undefined;
      }),
    ).toBe(
      'resource "x" "y" {\n  bucket = "b"\n\n  cors_rule {\n    allowed_methods = ["GET"]\n    max_age_seconds = 1\n  }\n}\n',
    );
  });
});

const seed = `# policy
resource "aws_s3_bucket" "b" {
  bucket = "x-\${var.a}-$\${lit}é"
  count  = 3
  list   = ["a", null, true, {
    k = "v"
  }]
  policy = <<-EOF
    {
      "a": "\${x}" %{ if y }z%{ endif }

    }
  EOF
  encoded = jsonencode({ a = "b", "c" : 1, (k) = 2,
    f = 3
    g = [{ h = "i" }, { h = "j" }] })
  other = merge(var.a, { b = 1 })
  cors_rule {
    methods = [
      "GET", # get
      "PUT",
    ]
  }
  cors_rule { x = 1 }
  empty = {}
}

tags = { a = "b" }
last = var.x ? "\\u0041" : 2
`;

const mangled = fc
  .tuple(
    fc.nat(seed.length),
    fc.oneof(fc.constant(0), fc.nat(40)),
    fc.oneof(
      fc.constantFrom(
        ...'\n|{|}|[|]|(|)|"|${|}|=|,|<<EOF\n|EOF|#|/*|*/|:|%{|\\|\r\n|jsonencode('.split("|"),
      ),
      fc.string({ maxLength: 6 }),
    ),
    fc.nat(seed.length),
    fc.boolean(),
  )
  .map(([from, length, junk, end, cut]) => {
    const rest = seed.slice(from + length);
    return seed.slice(0, from) + junk + (cut ? rest.slice(0, end) : rest);
  });

describe("mangled text", () => {
  test("reading keeps every promise", () => {
    fc.assert(
      fc.property(mangled, (text) => {
        const tree = read(text);
        checkTree(text, tree);
        for (const { span, value } of tree.comments) {
          expect(text.slice(span.start, span.end)).toBe(value);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("every edit changes what it says and nothing else", () => {
    fc.assert(
      fc.property(mangled, (text) => {
        const tree = read(text);
        if (tree.problems.length > 0) return;
        for (const { edit, expected } of editsOf(tree)) {
          const after = applyEdits(text, [edit]);
          expect({ after, plain: plainOf(read(after).root) }).toEqual({ after, plain: expected });
        }
      }),
      { numRuns: 40 },
    );
  });
});

function editsOf({ root, writer }: HclTree): { edit: Edit; expected: unknown }[] {
  const results: { edit: Edit; expected: unknown }[] = [];
  const add = (edit: Edit | undefined, target: Value, replacement: unknown): void => {
    if (edit === undefined) return;
    results.push({ edit, expected: plainOf(root, "", new Map([[target, replacement]])) });
  };
  const visitObject = (value: ObjectValue): void => {
    const names = value.members.map(({ key }) => key.value);
    if (new Set(names).size === names.length) {
      const object = Object.fromEntries(
        value.members.map((member) => [member.key.value, plainOf(member.value)]),
      );
      add(writer.insertMembers(value, { new_: ["a: b", 1] }), value, {
        ...object,
        new_: ["a: b", 1],
      });
      if (!("new_" in object)) {
        add(writer.appendBlock(value, "new_", { a: 1 }), value, { ...object, new_: [{ a: 1 }] });
      }
      for (const member of value.members) {
        const { [member.key.value]: removed, ...rest } = object;
        add(writer.removeMember(value, member), value, rest);
        add(writer.renameKey(member, "re_named"), value, { ...rest, re_named: removed });
      }
    }
    for (const member of value.members) visit(member.value);
  };
  const visit = (value: Value | undefined): void => {
    if (value === undefined) return;
    if (value.kind === "object") visitObject(value);
    else if (value.kind === "array") {
      const before = value.items.map((item) => plainOf(item));
      add(writer.appendItems(value, [{ k: "*" }]), value, [...before, { k: "*" }]);
      for (const [i, item] of value.items.entries()) {
        const rest = before.filter((_, index) => index !== i);
        if (rest.length > 0 || value.repeated !== true)
          add(writer.removeItem(value, item), value, rest);
        visit(item);
      }
    } else {
      add(writer.replaceValue(value, 'it "${x}"\n'), value, 'it "${x}"\n');
      add(writer.replaceValue(value, ["a", { b: 1 }]), value, ["a", { b: 1 }]);
    }
  };
  visit(root);
  return results;
}
