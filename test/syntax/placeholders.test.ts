import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPlaceholders, hasPlaceholder } from "../../server/src/syntax/placeholders.js";

const drawn = (text: string): string[] =>
  findPlaceholders(text).map(
    ({ span, name, style }) => `${style} ${name} ${text.slice(span.start, span.end)}`,
  );

describe("placeholders", () => {
  test.each([
    ["s3://${AK}:${SK:-x}@h", ["braces AK ${AK}", "braces SK ${SK:-x}"]],
    ["${A:-${B}}/", ["braces A ${A:-${B}}"]],
    ["${aws:username}", ["braces aws:username ${aws:username}"]],
    [
      "$(BUCKET_NAME)/$(cat (x))",
      ["parentheses BUCKET_NAME $(BUCKET_NAME)", "parentheses cat (x) $(cat (x))"],
    ],
    ["$HOST/$1", ["dollar HOST $HOST"]],
    [
      "{{ .Values.bucket }}{{- x -}}",
      ["template .Values.bucket {{ .Values.bucket }}", "template x {{- x -}}"],
    ],
    ["%BUCKET%/%ACCESS_KEY%", ["percent BUCKET %BUCKET%", "percent ACCESS_KEY %ACCESS_KEY%"]],
    ["<accessKey>:<バケット名>", ["angle accessKey <accessKey>", "angle バケット名 <バケット名>"]],
    ["a%of%20b", []],
    ["%E3%81%82", []],
    ["%2F%40", []],
    ["${", []],
    ["$()${}", []],
    ["<a\nb>", []],
    ["<12>", []],
    ["$ {", []],
  ])("%s", (text, expected) => {
    expect(drawn(text)).toEqual(expected);
    expect(hasPlaceholder(text)).toBe(expected.length > 0);
  });

  test("are in order and apart in any text", () => {
    const alphabet = fc.constantFrom(
      "$",
      "{",
      "}",
      "(",
      ")",
      "%",
      "<",
      ">",
      "A",
      "b",
      "2",
      " ",
      "\n",
      ":",
      "-",
    );
    fc.assert(
      fc.property(fc.array(alphabet), (characters) => {
        const text = characters.join("");
        let end = 0;
        for (const { span } of findPlaceholders(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
