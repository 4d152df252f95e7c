import { addressSources } from "../../catalog/address/sources.js";
import { isMisread, partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { findUnencoded, nameOfCharacter } from "../../model/address/secret.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requirePercentEncoding = defineRule({
  id: "address/require-percent-encoding",
  severity: "error",
  summary: "Characters that divide an address must be percent-encoded in the key and the secret.",
  rationale:
    "Go's parser ends the host at the first `/`, `?` or `#`, wherever it stands, and refuses what may not stand before the `@`. A secret with a `/` behind digits alone is not even refused: the server then takes the key for the host and finds no credentials.",
  certainty: "verified",
  sources: [addressSources.goUrl, addressSources.wandbByob],
  messages: {
    divides:
      'The {character} in the {part} ends the host, so the server refuses the address; write "{encoded}".',
    misleads:
      'At this {character} the server ends the host: it takes the key for the host and finds no credentials; write "{encoded}".',
    percent:
      'Without two hexadecimal digits behind it the server refuses the "%" in the {part}; write "{encoded}".',
    refused: 'The server refuses a bare {character} in the {part}; write "{encoded}".',
  },
  *check(address, report) {
    const { at } = address.tokens;
    if (at === undefined) return;
    const parts = [
      ["user", address.user],
      ["secret", address.password],
    ] as const;
    for (const [name, component] of parts) {
      if (component === undefined) continue;
      const found = findUnencoded(address, component);
      const dividing = found.find(({ character }) => "/?#".includes(character));
      const first = dividing ?? found[0];
      if (first === undefined) continue;
      const key =
        dividing === undefined
          ? first.character === "%"
            ? "percent"
            : "refused"
          : isMisread(address)
            ? "misleads"
            : "divides";
      const edits = found.map((each) => replacePart(address, each, each.encoded));
      yield report(
        key,
        partOf(address, first.start, first.end).span,
        { character: nameOfCharacter(first.character), part: name, encoded: first.encoded },
        { fixes: safeFix(message("Percent-encode the {part}", { part: name }), ...edits) },
      );
    }
  },
});
