import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShell } from "../../server/src/syntax/shell.js";
import { quoteWord } from "../../server/src/syntax/shell-quoting.js";
import { plainText, replaceText } from "../../server/src/text/source-text.js";
import { applyEdits } from "../../server/src/text/span.js";

function words(text: string): readonly (readonly string[])[] {
  return readShell(plainText(text)).map((command) =>
    command.words.map(({ text: word }) => word.value),
  );
}

/** The characters that quoting is about, and some others. */
const mark = fc.constantFrom(...Array.from("'\"\\$`&;#(){}<>|*?~! \t\n\rab=é😀\0"));

describe("a shell script's words", () => {
  test.each([
    ["a b  c", [["a", "b", "c"]]],
    ["a 'b c' \"d e\" f\\ g", [["a", "b c", "d e", "f g"]]],
    ["a'b'\"c\"\\d$'e\\n\\''", [["abcde\n'"]]],
    ['"a\\"\\$\\\\\\x"', [['a"$\\\\x']]],
    ["a;b&c|d&&e\nf # g\n#h", [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]],
    ["a \\\n  b\\\nc", [["a", "bc"]]],
    ["a >b 2>c <d &>e f", [["a", "f"]]],
    ["a\r\nb\\\r\nc\r\n", [["a"], ["bc"]]],
    ["a=s3://h/b?x=y&tls=true b&c", [["a=s3://h/b?x=y&tls=true", "b"], ["c"]]],
    ['$(a b) `c d` ${e:-f g} "$(h "i")"', [["$(a b)", "`c d`", "${e:-f g}", '$(h "i")']]],
    ["a=<b-c>", [["a=<b-c>"]]],
    ["'a\nb' \"c\nd\"", [["a\nb", "c\nd"]]],
    ["'a\nb", [["a"], ["b"]]],
  ])("of %j are read", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("are what bash makes of them", () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[\w@%+=:,./-]{1,6}$/),
      fc.stringMatching(/^[^'\0]{0,6}$/).map((text) => `'${text}'`),
      fc.stringMatching(/^[^"\\$`!\0]{0,6}$/).map((text) => `"${text}"`),
      fc.constantFrom('\\"', "\\'", "\\$", "\\\\", "\\ ", "\\&", '"\\$\\"\\\\"', '"\\a"', "$'\\t'"),
    );
    const word = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
    const sample = fc.sample(
      word.filter((text) => !/[\r~\uD800-\uDFFF]/.test(text)),
      {
        numRuns: 300,
        seed: 7,
      },
    );
    const script = `printf '%s\\0' ${sample.map((text) => `x${text}`).join(" ")}`;
    const read = execFileSync("bash", ["-c", script], { env: {} })
      .toString()
      .split("\0")
      .slice(0, -1);
    expect(words(script)[0]?.slice(2)).toEqual(read);
  });

  test("are written so that they are read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: mark }), (text) => {
        const written = `a ${quoteWord(text)} b`;
        fc.pre(!text.includes("${"));
        expect(words(written)).toEqual([["a", text, "b"]]);
      }),
    );
  });

  test("are changed in the quotes that they have", () => {
    const change = (script: string, to: string): string => {
      const [command] = readShell(plainText(script));
      const text = command?.words[0]?.assignment?.value;
      if (text === undefined) throw new Error("There is no assignment.");
      return applyEdits(script, [replaceText(text, 1, 2, to)]);
    };
    expect(change("A=xyz", "v")).toBe("A=xvz");
    expect(change("A=xyz", "&'")).toBe("A='x&'\\''z'");
    expect(change("A='xyz'", "'")).toBe("A='x'\\''z'");
    expect(change('A="xyz$B"', '"$C')).toBe('A="x\\"\\$Cz$B"');
    expect(change('A="x"y$Z', "&$W")).toBe('A="x&\\$W$Z"');
  });
});

describe("a here-document", () => {
  test("is what bash hands on", () => {
    const script = [
      "A=x",
      "cat <<'E1' <<E2 >/dev/null; cat <<-E3",
      "raw $A \\$A",
      "E1",
      "unused",
      "E2",
      "\ta \\$A \\\\ \\x \\`",
      "\t\tb\\",
      "c",
      "\tE3",
      "",
    ].join("\n");
    const documents = readShell(plainText(script)).flatMap((command) => command.documents);
    expect(documents.map(({ content }) => content.value)).toEqual([
      "raw $A \\$A\n",
      "unused\n",
      execFileSync("bash", ["-c", script]).toString(),
    ]);
  });
});
