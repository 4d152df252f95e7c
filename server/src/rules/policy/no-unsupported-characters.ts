import { awsPolicyTypes, isInCurlyQuotes } from "../../model/policy/policy.js";
import { stringsOf } from "../../model/policy/strings.js";
import { message } from "../../text/message.js";
import { holdsSymbol } from "../../text/symbol.js";
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

/** Characters that are invisible and have no meaning. */
const invisible = /^[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]$/;

/** Characters beyond Latin-1, which policies cannot contain. */
const foreign = /[\u0100-\uFFFF]/;

export const noUnsupportedCharacters = defineRule({
  id: "policy/no-unsupported-characters",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary: "A policy must contain only Latin-1 characters.",
  rationale:
    "AWS rejects a policy with any other character. Text that is copied from a web page often contains invisible spaces, long dashes, or curly quotes.",
  certainty: "documented",
  sources: ["iam-policy-grammar", "key-policy-overview"],
  messages: {
    invisible: "This text contains an invisible character (U+{code}), so the policy is rejected.",
    quotes:
      'The quotes "{open}" and "{close}" are part of the text here, so the policy is rejected. Use straight quotes.',
    foreign: '"{character}" (U+{code}) is not a Latin-1 character, so the policy is rejected.',
  },
  *check({ root, source, tree }, report) {
    if (source !== undefined && !foreign.test(source.value) && !source.value.includes("\\u"))
      return;
    if (root === undefined) return;
    const strings = stringsOf(root);
    const quoted = strings.filter(({ value }) => isInCurlyQuotes(value));
    const [first] = quoted;
    // A word processor does this to all of a text at once.
    if (first !== undefined) {
      const edits = quoted.flatMap(
        (each) => tree.writer.replaceValue(each, each.value.slice(1, -1)) ?? [],
      );
      const fixes = safeFix(message("Use straight quotes"), ...edits);
      const data = { open: first.value.charAt(0), close: first.value.slice(-1) };
      yield report("quotes", first.span, data, { fixes });
    }
    for (const { value, content } of strings) {
      if (!foreign.test(value) || holdsSymbol(value) || isInCurlyQuotes(value)) continue;
      let reported = false;
      for (const { 0: character, index: start } of value.matchAll(/[\u{100}-\u{10FFFF}]/gu)) {
        const hidden = invisible.test(character);
        const plain = hidden ? "" : plainCharacters[character];
        // A word in another script is one fault, not one for each letter.
        if (plain === undefined && reported) continue;
        reported ||= plain === undefined;
        const end = start + character.length;
        const fixes =
          plain === undefined
            ? []
            : safeFix(
                hidden
                  ? message("Remove the invisible character")
                  : message('Replace "{character}" with "{plain}"', { character, plain }),
                replaceText(content, start, end, plain),
              );
        const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        const span = locate(content, start, end);
        yield hidden
          ? report("invisible", span, { code }, { fixes })
          : report("foreign", span, { character, code }, { fixes });
      }
    }
  },
});
