import { wandbKinds, partOf, type Address } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { visibleCharacter } from "../../model/address/secret.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { defineRule, safeFix } from "../rule.js";

export const validUrl = defineRule({
  id: "address/valid-url",
  kinds: wandbKinds,
  severity: "error",
  summary: "The Go URL parser must be able to read the address.",
  rationale: "The server parses addresses with Go's `net/url` and cannot use one that it rejects.",
  certainty: "verified",
  sources: ["go-url"],
  messages: {
    bracket: 'A "]" is missing after the IPv6 address, so the server rejects the address.',
    character: 'The server rejects "{character}" in the host.',
    control: 'The server rejects an address that contains the control character "{character}".',
    escape: '"{escape}" is not a valid percent-encoding here, so the server rejects the address.',
    port: "The text after the host is not a valid port, so the server rejects the address.",
  },
  *check(address, report) {
    const { server, whole, tokens } = address;
    if (server.accepted || tokens.separator.end === tokens.separator.start) return;
    const { code, span } = server.problem;
    const start = whole.start + span.start;
    const end = whole.start + span.end;
    if (isReportedElsewhere(address, { start, end })) return;
    const part = partOf(address, start, end);
    const character = visibleCharacter(part.text);
    switch (code) {
      case "host-character":
        yield report("character", part.span, { character });
        break;
      case "control-character":
        yield report("control", part.span, { character });
        break;
      case "bracket":
        yield report("bracket", partOf(address, start, start + 1).span, {});
        break;
      case "escape": {
        const fixes =
          start >= address.path.start
            ? safeFix(
                message('Encode "%" as "%25"'),
                replacePart(address, { start, end: start + 1 }, "%25"),
              )
            : [];
        yield report("escape", part.span, { escape: part.text }, { fixes });
        break;
      }
      case "port":
        yield report("port", part.span, {});
        break;
      case "userinfo":
      case "scheme":
      case "colon":
    }
  },
});

/** Faults of the credentials and of the port have rules of their own, and so have half-typed ones. */
function isReportedElsewhere({ tokens }: Address, { start, end }: Span): boolean {
  const { user, password, at, port } = tokens;
  const credentials = password ?? user;
  if (at === undefined && password !== undefined) return true;
  if (user !== undefined && credentials !== undefined && start < credentials.end) return true;
  const isNumber = port === undefined || /^\d*$/.test(tokens.masked.slice(port.start, port.end));
  return !isNumber && start < port.end && port.start <= end;
}
