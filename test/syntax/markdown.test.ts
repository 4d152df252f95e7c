import { describe, expect, test } from "vitest";
import { readFences } from "../../server/src/syntax/markdown.js";
import { locate, plainText } from "../../server/src/text/source-text.js";

function fences(text: string): readonly (readonly [string, string])[] {
  return readFences(plainText(text)).map(({ language, content }) => [language, content.value]);
}

describe("a Markdown text's code", () => {
  test.each([
    ["```json title\na\n```\n", [["json", "a\n"]]],
    ["~~~~ YAML\na\n~~~\n~~~~\nb", [["yaml", "a\n~~~\n"]]],
    ["```\na", [["", "a"]]],
    ["  ```sh\n  a\n    b\n c\n  ```", [["sh", "a\n  b\nc\n"]]],
    ["- ```sh\n  a\n  ```\n", [["sh", "  a\n"]]],
    ["> ```sh\n> a\n>  b\n> ```\n> c", [["sh", "a\n b\n"]]],
    [
      "> ```sh\n> a\nb\n```\nc",
      [
        ["sh", "a\n"],
        ["", "c"],
      ],
    ],
    ["```a``` b\n", []],
    ["```sh\r\na\r\n```\r\n", [["sh", "a\r\n"]]],
  ])("of %j is found", (text, expected) => {
    expect(fences(text)).toEqual(expected);
  });

  test("stands at its place", () => {
    const text = "> ```sh\n> ab\n> cd\n> ```\n";
    const [fence] = readFences(plainText(text));
    if (fence === undefined) throw new Error("There is no code.");
    const { start, end } = locate(fence.content, 3, 5);
    expect(text.slice(start, end)).toBe("cd");
  });
});
