import { isPolicyCharacter } from "../../catalog/policy-grammar.js";
import { policyGrammar, keyPolicyOverview } from "../../catalog/policy-sources.js";
import { type StringValue, type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { locate, replaceText } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

/** What is meant by a character that a word processor or a web page puts in a policy's place. */
const plainCharacters: Readonly<Record<string, string>> = {
  "“": "'",
  "”": "'",
  "‘": "'",
  "’": "'",
  "–": "-",
  "—": "-",
  "−": "-",
  "\u2007": " ",
  "\u202F": " ",
  "\u3000": " ",
};

/** Characters that are not seen and say nothing. */
const invisible = /^[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]$/;

export const usePlainCharacters = defineRule({
  id: "policy/use-plain-characters",
  severity: "error",
  summary: "A policy must hold no characters beyond Latin-1.",
  rationale:
    "AWS refuses a policy with other characters. They come with text that is copied from a page: invisible spaces, long dashes, curly quotes.",
  certainty: "documented",
  sources: [policyGrammar, keyPolicyOverview],
  messages: {
    invisible: "An invisible character (U+{code}) stands here, so the policy is refused.",
    foreign: '"{character}" (U+{code}) is beyond the characters of a policy, so it is refused.',
  },
  *check({ root, type }, report) {
    if (root === undefined || type === "coreweave-organization" || type === "minio") return;
    for (const { value, content } of stringsIn(root)) {
      if (!/[^\u0000-\u00FF]/.test(value)) continue;
      for (let start = 0; start < value.length; start++) {
        const code = value.codePointAt(start) ?? 0;
        const character = String.fromCodePoint(code);
        const end = start + character.length;
        if (!isPolicyCharacter(code) && code > 0xff) {
          const hidden = invisible.test(character);
          const plain = hidden ? "" : plainCharacters[character];
          const fixes =
            plain === undefined
              ? []
              : safeFix(
                  hidden
                    ? message("Remove the invisible character")
                    : message('Replace "{character}" with "{plain}"', { character, plain }),
                  replaceText(content, start, end, plain),
                );
          const hex = code.toString(16).toUpperCase().padStart(4, "0");
          const span = locate(content, start, end);
          yield hidden
            ? report("invisible", span, { code: hex }, { fixes })
            : report("foreign", span, { character, code: hex }, { fixes });
        }
        start = end - 1;
      }
    }
  },
});

/** Every string of a value, keys too, in document order. */
function* stringsIn(value: Value): Iterable<StringValue> {
  switch (value.kind) {
    case "string":
      yield value;
      break;
    case "array":
      for (const item of value.items) yield* stringsIn(item);
      break;
    case "object":
      for (const { key, value: held } of value.members) {
        yield key;
        if (held !== undefined) yield* stringsIn(held);
      }
      break;
  }
}
