import { accountRegionalEnding, accountRegionalName } from "../../catalog/bucket-names.js";
import { partOf } from "../../model/address/address.js";
import { namesOf } from "../../model/address/name.js";
import { defineRule } from "../rule.js";

export const noReservedName = defineRule({
  id: "address/no-reserved-name",
  severity: "error",
  summary: "A bucket must not have a reserved name.",
  rationale: "Cloud providers reserve some names, prefixes, and suffixes for their own use.",
  certainty: "verified",
  sources: ["coreweave-buckets", "s3-bucket-names", "gcs-bucket-names", "azure-containers"],
  messages: {
    name: '{owner} reserves the name "{name}", so you cannot use it.',
    prefix: '{owner} reserves names that start with "{prefix}".',
    suffix: '{owner} reserves names that end in "{suffix}".',
    namespace:
      '{owner} allows a new name to end with "{suffix}" only if the account ID and the Region come before it.',
    word: '{owner} does not allow names that contain "{word}".',
  },
  *check(address, report) {
    for (const { part, rules, naming } of namesOf(address)) {
      const { owner } = rules;
      const name = part.text.toLowerCase();
      const word = rules.reservedWords.find((each) => name.includes(each));
      const prefix = rules.reservedPrefixes.find((each) => name.startsWith(each));
      // An access point's or a directory bucket's own endpoint takes the names that end so.
      const isSpecial = address.endpoint?.form === "special";
      const suffix = rules.reservedSuffixes.find((each) => !isSpecial && name.endsWith(each));
      if (rules.reservedNames.includes(name)) {
        yield report("name", part.span, { owner, name });
      } else if (word !== undefined) {
        const start = part.start + name.indexOf(word);
        yield report("word", partOf(address, start, start + word.length).span, {
          owner,
          word,
        });
      } else if (prefix !== undefined) {
        const { span } = partOf(address, part.start, part.start + prefix.length);
        yield report("prefix", span, { owner, prefix });
      } else if (suffix !== undefined) {
        const { span } = partOf(address, part.end - suffix.length, part.end);
        yield report("suffix", span, { owner, suffix });
      } else if (
        naming === "aws" &&
        name.endsWith(accountRegionalEnding) &&
        !accountRegionalName.test(name)
      ) {
        const { span } = partOf(address, part.end - accountRegionalEnding.length, part.end);
        const data = { owner, suffix: accountRegionalEnding };
        yield report("namespace", span, data, { severity: "info" });
      }
    }
  },
});
