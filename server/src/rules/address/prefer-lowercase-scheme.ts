import { addressSources } from "../../catalog/address/sources.js";
import { wandbKinds } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferLowercaseScheme = defineRule({
  id: "address/prefer-lowercase-scheme",
  kinds: wandbKinds,
  severity: "warning",
  summary: "The scheme must be written in lower case.",
  rationale:
    "Go's parser lower-cases the scheme, but settings that are compared as text, such as the list of stores for teams, are not parsed.",
  certainty: "inferred",
  sources: [addressSources.wandbByob, addressSources.goUrl],
  messages: {
    upper: 'Go reads "{scheme}" as "{lower}", but a comparison with "{lower}://" as text does not.',
  },
  *check(address, report) {
    const { scheme } = address;
    const lower = scheme?.text.toLowerCase() ?? "";
    if (scheme === undefined || scheme.text === lower) return;
    const data = { scheme: scheme.text, lower };
    const fixes = safeFix(
      message('Replace "{scheme}" with "{lower}"', data),
      replacePart(address, scheme, lower),
    );
    yield report("upper", scheme.span, data, { fixes });
  },
});
