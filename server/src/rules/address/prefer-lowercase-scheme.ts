import { wandbKinds } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const preferLowercaseScheme = defineRule({
  id: "address/prefer-lowercase-scheme",
  kinds: wandbKinds,
  severity: "warning",
  summary: "The scheme must be in lowercase.",
  rationale:
    "The Go parser converts the scheme to lowercase, but settings that are compared as text, such as the list of allowed team buckets, are not parsed.",
  certainty: "inferred",
  sources: ["wandb-byob", "go-url"],
  messages: {
    upper:
      'The server reads "{scheme}" as "{lower}", but a text comparison with "{lower}://" fails.',
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
