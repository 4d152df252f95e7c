import { privateKeyBegin, privateKeyEnd } from "../../catalog/address/credentials.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const validPrivateKey = defineRule({
  id: "address/valid-private-key",
  kinds: ["gs"],
  severity: "warning",
  summary:
    "A Cloud Storage address must contain the complete private key in PEM format, with real line breaks.",
  rationale:
    "The first and last lines are part of the key. In the JSON key file, line breaks are written as `\\n`. In an address, they are written as `%0A`.",
  certainty: "inferred",
  sources: ["wandb-byob", "gcp-service-account-keys"],
  messages: {
    escaped: 'The server reads "{escape}" as a backslash and an "n". Encode line breaks as "%0A".',
    part: 'The private key does not start with a "BEGIN PRIVATE KEY" line, so the server cannot read it.',
  },
  *check(address, report) {
    const { password, tokens } = address;
    if (tokens.at === undefined) return;
    if (password === undefined || password.text === "" || password.partial) return;
    if (!password.value.includes(privateKeyBegin) || !password.value.includes(privateKeyEnd)) {
      yield report("part", password.span, {});
    }
    const breaks = [...password.text.matchAll(/%5[Cc]n/g)];
    const [first] = breaks;
    if (first === undefined) return;
    const edits = breaks.map(({ index }) => {
      const start = password.start + index;
      return replacePart(address, { start, end: start + 4 }, "%0A");
    });
    const fixes = safeFix(message('Encode line breaks as "%0A"'), ...edits);
    yield report("escaped", password.span, { escape: first[0] }, { fixes });
  },
});
