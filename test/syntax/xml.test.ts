import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  memberOf,
  type ObjectValue,
  type Plain,
  type Value,
} from "../../server/src/syntax/value.js";
import { readXml, type XmlTree } from "../../server/src/syntax/xml.js";
import { plainText, replaceText } from "../../server/src/text/source-text.js";
import { applyEdits, type Edit } from "../../server/src/text/span.js";
import { checkTree, plainOf, stringsOf } from "./tree-checks.js";

const read = (text: string): XmlTree => readXml(plainText(text));
const plain = (text: string): unknown => plainOf(read(text).root, text);
const at = (value: Value | undefined, ...path: readonly string[]): Value | undefined =>
  path.reduce((inner, step) => memberOf(inner, step)?.value, value);

const cors = `<?xml version="1.0" encoding="UTF-8"?>
<!-- W&B -->
<CORSConfiguration xmlns="http://s3.example/doc/">
  <CORSRule>
    <ID>a &amp; b</ID>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedOrigin>*</AllowedOrigin>
    <Empty/>
  </CORSRule>
</CORSConfiguration>
`;

describe("reading", () => {
  test("elements are objects, repeated ones are lists, and text is text", () => {
    expect(plain(cors)).toEqual({
      CORSConfiguration: {
        CORSRule: { ID: "a & b", AllowedMethod: ["GET", "PUT"], AllowedOrigin: "*", Empty: "" },
      },
    });
    const tree = read(cors);
    expect(tree.problems).toEqual([]);
    expect(tree.comments.map(({ value }) => value)).toEqual(["<!-- W&B -->"]);
    expect(tree.attributes.map(({ element, name, value }) => [element, name, value.value])).toEqual(
      [["CORSConfiguration", "xmlns", "http://s3.example/doc/"]],
    );
  });

  test("entities, character references and CDATA are decoded", () => {
    expect(plain("<a>x &lt;&#65;&#x42;<!-- no --><![CDATA[<&amp;>]]>\r\n</a>")).toEqual({
      a: "x <AB<&amp;>\n",
    });
  });

  test("prefixes are no part of names", () => {
    expect(plain("<s:a xmlns:s='x'><s:b>c</s:b></s:a>")).toEqual({ a: { b: "c" } });
  });

  test("an element with nothing but blank lines holds no members", () => {
    expect(plain("<a>\n</a>")).toEqual({ a: {} });
  });

  test.each([
    ["<a><b>x</c><d>y</d></a>", { a: { b: "x", d: "y" } }],
    ["<a><b>x<d>y</d></a>", { a: { b: "x", d: "y" } }],
    ["<a><b<d>y</d></a>", { a: { b: { d: "y" } } }],
    ["<a><b>x</b><d>y", { a: { b: "x", d: "y" } }],
    ["<a>x &foo; y</a>", { a: "x &foo; y" }],
    ["<a>x & y</a>", { a: "x & y" }],
  ])("a broken tag does not lose the rest: %s", (text, expected) => {
    expect(plain(text)).toEqual(expected);
    expect(read(text).problems.length).toBeGreaterThan(0);
  });

  test("what is too deep is a problem and no crash", () => {
    for (const piece of ["<a>", "<a", "&", "<![CDATA[", "</a>", "<!--", "<a b='"]) {
      const text = piece.repeat(3000);
      const start = performance.now();
      checkTree(text, read(text));
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});

describe("writing", () => {
  const edited = (text: string, edit: (tree: XmlTree) => Edit | undefined): string => {
    const found = edit(read(text));
    return found === undefined ? "no edit" : applyEdits(text, [found]);
  };
  const rulePath = ["CORSConfiguration", "CORSRule"];

  test("an item is a sibling element with the same indent", () => {
    const after = edited(cors, ({ root, writer }) => {
      const methods = at(root, ...rulePath, "AllowedMethod");
      return methods?.kind === "array" ? writer.appendItems(methods, ["a<b"]) : undefined;
    });
    expect(after).toBe(
      cors.replace(
        "PUT</AllowedMethod>\n",
        (found) => `${found}    <AllowedMethod>a&lt;b</AllowedMethod>\n`,
      ),
    );
  });

  test("a member stands with those of its name, or last", () => {
    const insert = (
      text: string,
      members: Readonly<Record<string, Plain>>,
      ...path: string[]
    ): string =>
      edited(text, ({ root, writer }) => {
        const object = at(root, ...path);
        return object?.kind === "object" ? writer.insertMembers(object, members) : undefined;
      });
    expect(insert(cors, { AllowedOrigin: ["x", "y"] }, ...rulePath)).toBe(
      cors.replace(
        "*</AllowedOrigin>\n",
        (found) =>
          `${found}    <AllowedOrigin>x</AllowedOrigin>\n    <AllowedOrigin>y</AllowedOrigin>\n`,
      ),
    );
    expect(insert("<a><b>c</b></a>", { d: 1 }, "a")).toBe("<a><b>c</b><d>1</d></a>");
    expect(insert("<a>\n</a>", { d: { e: ["f"] } }, "a")).toBe(
      "<a>\n  <d>\n    <e>f</e>\n  </d>\n</a>",
    );
  });

  test("elements are renamed, replaced and removed whole", () => {
    const member = (
      edit: (tree: XmlTree, object: ObjectValue, name: string) => Edit | undefined,
      name: string,
    ): string =>
      edited(cors, (tree) => {
        const object = at(tree.root, ...rulePath);
        return object?.kind === "object" ? edit(tree, object, name) : undefined;
      });
    const rename = (name: string): string =>
      member(({ writer }, object, old) => {
        const found = memberOf(object, old);
        return found && writer.renameKey(found, "New");
      }, name);
    expect(rename("AllowedMethod")).toBe(cors.replaceAll("AllowedMethod", "New"));
    expect(rename("Empty")).toBe(cors.replace("Empty", "New"));
    expect(
      member(({ writer }, object, old) => {
        const found = memberOf(object, old);
        return found && writer.removeMember(object, found);
      }, "ID"),
    ).toBe(cors.replace("    <ID>a &amp; b</ID>\n", ""));
    expect(
      member(({ writer }, object, old) => {
        const found = memberOf(object, old)?.value;
        return found && writer.replaceValue(found, "x");
      }, "Empty"),
    ).toBe(cors.replace("<Empty/>", "<Empty>x</Empty>"));
  });

  test("an edit within text is escaped", () => {
    const [id] = stringsOf(read(cors).root).filter(({ value }) => value === "a & b");
    if (id === undefined) throw new Error("no ID");
    expect(applyEdits(cors, [replaceText(id.content, 2, 3, "<")])).toBe(
      cors.replace("&amp;", "&lt;"),
    );
  });
});

const mangled = fc
  .tuple(
    fc.nat(cors.length),
    fc.oneof(fc.constant(0), fc.nat(30)),
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "</",
        "/>",
        "&",
        ";",
        "&#",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<a>",
        "</a>",
        '"',
        "<x:y>",
        "\r\n",
      ),
      fc.string({ maxLength: 5 }),
    ),
    fc.nat(cors.length),
    fc.boolean(),
  )
  .map(([from, length, junk, end, cut]) => {
    const rest = cors.slice(from + length);
    return cors.slice(0, from) + junk + (cut ? rest.slice(0, end) : rest);
  });

describe("mangled text", () => {
  test("reading keeps every promise", () => {
    fc.assert(
      fc.property(mangled, (text) => {
        checkTree(text, read(text));
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
      { numRuns: 150 },
    );
  });
});

function editsOf({ root, writer }: XmlTree): { edit: Edit; expected: unknown }[] {
  const results: { edit: Edit; expected: unknown }[] = [];
  const add = (edit: Edit | undefined, target: Value, replacement: unknown): void => {
    if (edit === undefined || root === undefined) return;
    results.push({ edit, expected: plainOf(root, "", new Map([[target, replacement]])) });
  };
  const visit = (value: Value | undefined): void => {
    if (value?.kind === "string") {
      add(writer.replaceValue(value, "<x>&"), value, "<x>&");
      add(writer.replaceValue(value, { b: ["1", "2"] }), value, { b: ["1", "2"] });
    } else if (value?.kind === "array") {
      const before = value.items.map((item) => plainOf(item));
      add(writer.appendItems(value, ["new"]), value, [...before, "new"]);
      const [first] = value.items;
      if (first !== undefined && before.length > 2)
        add(writer.removeItem(value, first), value, before.slice(1));
      value.items.map(visit);
    } else if (value?.kind === "object") {
      const object = Object.fromEntries(
        value.members.map((member) => [member.key.value, plainOf(member.value)]),
      );
      if (value !== root)
        add(writer.insertMembers(value, { new_: ["a", "b"] }), value, {
          ...object,
          new_: ["a", "b"],
        });
      for (const member of value.members) {
        const { [member.key.value]: removed, ...rest } = object;
        if (!("re_named" in object))
          add(writer.renameKey(member, "re_named"), value, { ...rest, re_named: removed });
        if (value.members.length > 1) add(writer.removeMember(value, member), value, rest);
        visit(member.value);
      }
    }
  };
  visit(root);
  return results;
}
