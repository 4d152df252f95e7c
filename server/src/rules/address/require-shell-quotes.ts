import { wandbKinds, partOf } from "../../model/address/address.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

/** Where a shell ends a word, and with it the command. */
const cutting = /[&;|<>()]/g;

export const requireShellQuotes = defineRule({
  id: "address/require-shell-quotes",
  kinds: wandbKinds,
  hosts: ["shell"],
  severity: "error",
  summary: "In a shell command, an address with `&` must be in quotes.",
  rationale:
    "A shell ends the command at an unquoted `&`, `;` or `|`, so the parameters after it never reach W&B.",
  certainty: "verified",
  sources: ["shell-quoting"],
  messages: {
    cut: 'The shell ends the command at this unquoted "{character}", so the rest of the address is lost.',
  },
  *check(address, report) {
    const { context, tokens, text } = address;
    if (context.quote !== "none") return;
    const mark = [...tokens.masked.matchAll(cutting)]
      .map(({ index }) => partOf(address, index, index + 1))
      // One that is escaped takes two characters of the document.
      .find(({ span }) => span.end - span.start === 1);
    if (mark === undefined) return;
    const { start, end } = context.valueSpan;
    // Within double quotes variables are still filled in, but these characters mean something else.
    const edits = /["`\\!]/.test(text.value)
      ? []
      : [
          { span: { start, end: start }, newText: '"' },
          { span: { start: end, end }, newText: '"' },
        ];
    const fixes = safeFix(message("Put the address in quotes"), ...edits);
    yield report("cut", mark.span, { character: mark.text }, { fixes });
  },
});
