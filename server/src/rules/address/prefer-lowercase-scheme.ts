import { addressSources } from "../../catalog/address/sources.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferLowercaseScheme = defineRule({
  id: "address/prefer-lowercase-scheme",
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
    const { scheme, provider } = address;
    if (scheme === undefined || provider === undefined || scheme.text === provider) return;
    const data = { scheme: scheme.text, lower: provider };
    const fixes = safeFix(
      message('Replace "{scheme}" with "{lower}"', data),
      replacePart(address, scheme, provider),
    );
    yield report("upper", scheme.span, data, { fixes });
  },
});
