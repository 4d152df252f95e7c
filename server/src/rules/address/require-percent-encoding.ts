import { isMisread, partOf } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { findUnencoded, visibleCharacter } from "../../model/address/secret.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requirePercentEncoding = defineRule({
  id: "address/require-percent-encoding",
  severity: "error",
  summary: "Reserved characters in the access key and the secret must be percent-encoded.",
  rationale:
    "The Go parser ends the host at the first `/`, `?`, or `#` and rejects other reserved characters before the `@`. If only digits come before a `/` in the secret, the address is not rejected: instead, the server reads the key as the host and finds no credentials.",
  certainty: "verified",
  sources: ["go-url", "wandb-byob"],
  messages: {
    divides:
      'The "{character}" in the secret ends the host, so the server rejects the address. Encode it as "{encoded}".',
    dividesUser:
      'The "{character}" in the user name ends the host, so the server rejects the address. Encode it as "{encoded}".',
    misleads:
      'This "{character}" ends the host, so the server reads the key as the host and finds no credentials. Encode it as "{encoded}".',
    percent:
      'The "%" in the secret is not followed by two hexadecimal digits, so the server rejects the address. Encode it as "{encoded}".',
    percentUser:
      'The "%" in the user name is not followed by two hexadecimal digits, so the server rejects the address. Encode it as "{encoded}".',
    refused:
      'The server rejects an unencoded "{character}" in the secret. Encode it as "{encoded}".',
    refusedUser:
      'The server rejects an unencoded "{character}" in the user name. Encode it as "{encoded}".',
  },
  *check(address, report) {
    const { at } = address.tokens;
    if (at === undefined) return;
    for (const component of [address.user, address.password]) {
      if (component === undefined) continue;
      const found = findUnencoded(address, component);
      const dividing = found.find(({ character }) => "/?#".includes(character));
      const first = dividing ?? found[0];
      if (first === undefined) continue;
      const isUser = component === address.user;
      const fault =
        dividing === undefined ? (first.character === "%" ? "percent" : "refused") : "divides";
      const key =
        fault === "divides" && isMisread(address)
          ? "misleads"
          : isUser
            ? (`${fault}User` as const)
            : fault;
      const title = isUser
        ? message("Percent-encode the user name")
        : message("Percent-encode the secret");
      const edits = found.map((each) => replacePart(address, each, each.encoded));
      yield report(
        key,
        partOf(address, first.start, first.end).span,
        { character: visibleCharacter(first.character), encoded: first.encoded },
        { fixes: safeFix(title, ...edits) },
      );
    }
  },
});
