import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDotenv } from "../../server/src/syntax/dotenv.js";
import { plainText, replaceText } from "../../server/src/text/source-text.js";
import { applyEdits } from "../../server/src/text/span.js";

function entries(text: string): readonly (readonly [string, string])[] {
  return readDotenv(plainText(text)).map(({ name, value }) => [name.value, value.value]);
}

/** The characters that quoting is about, and some others. */
const mark = fc.constantFrom(...Array.from("'\"\\$`&;#(){}<>|*?~! \t\n\rab=é😀\0"));

describe("a dotenv file", () => {
  test.each([
    ["A=b", [["A", "b"]]],
    [
      "  export A = b # c\r\nB=",
      [
        ["A", "b"],
        ["B", ""],
      ],
    ],
    ["A=b#c", [["A", "b#c"]]],
    ["A=#b", [["A", ""]]],
    ["A='b # \\n' # c", [["A", "b # \\n"]]],
    ['A="b\\n\\"\\\\\\$\\x"', [["A", 'b\n"\\$\\x']]],
    ["A=`b'\"c`", [["A", "b'\"c"]]],
    [
      'A="b\nc"\nD=e',
      [
        ["A", "b\nc"],
        ["D", "e"],
      ],
    ],
    [
      'A="b\nC="d"',
      [
        ["A", "b"],
        ["C", "d"],
      ],
    ],
    ["\uFEFFA=b", [["A", "b"]]],
    ["# A=b\n=c\nA\nA.B-C=d\n1A=e", [["A.B-C", "d"]]],
  ])("of %j has its variables", (text, expected) => {
    expect(entries(text)).toEqual(expected);
  });

  test("is changed within double quotes so that it is read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: mark }), (text) => {
        fc.pre(!text.includes("${"));
        const file = 'A="xyz"\nB=c\n';
        const [first] = readDotenv(plainText(file));
        if (first === undefined) throw new Error("There is no variable.");
        const changed = applyEdits(file, [replaceText(first.value, 0, 3, text)]);
        expect(entries(changed)).toEqual([
          ["A", text],
          ["B", "c"],
        ]);
      }),
    );
  });
});
