import { nameRules } from "../../catalog/bucket-names.js";
import { findNameFormFault, suggestNameFor } from "../../model/bucket-name.js";
import { isForWandb } from "../../model/profile.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import { message } from "../../text/message.js";
import { locate, replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

export const validNewBucketName = defineRule({
  id: "installation/valid-new-bucket-name",
  severity: "error",
  summary: "A new bucket must have a name that the provider allows.",
  rationale: "Each provider has naming rules and rejects a bucket with any other name.",
  certainty: "verified",
  sources: [
    "s3-bucket-names",
    "coreweave-buckets",
    "gcs-bucket-names",
    "azure-names",
    "azure-containers",
  ],
  messages: {
    length: 'The name "{name}" must have {minimum} to {maximum} characters.',
    character: 'The name "{name}" contains "{character}", which {owner} does not allow.',
    edge: 'The name "{name}" must start and end with a letter or digit.',
    address: 'The name "{name}" is an IP address, which {owner} does not allow.',
    prefix: '{owner} reserves names that start with "{prefix}", so it rejects this name.',
    suffix: '{owner} reserves names that end in "{suffix}", so it rejects this name.',
  },
  *check({ created = [] }, report, profile) {
    if (!isForWandb(profile)) return;
    for (const { naming, name: node } of created) {
      const name = node.value;
      if (node.holes.length > 0 || hasPlaceholder(name) || name === "") continue;
      const { owner, minimum, maximum, reservedPrefixes, reservedSuffixes } = nameRules[naming];
      const prefix = reservedPrefixes.find((each) => name.startsWith(each));
      const suffix = reservedSuffixes.find((each) => name.endsWith(each));
      const fault = findNameFormFault(name, naming);
      const place = locate(node.content, 0, name.length);
      const other = suggestNameFor(name, naming);
      const fixes =
        fault === undefined || other === undefined
          ? []
          : reviewFix(
              message('Use the name "{name}"', { name: other }),
              replaceText(node.content, 0, name.length, other),
            );
      switch (fault?.type) {
        case undefined:
          if (prefix !== undefined) yield report("prefix", place, { owner, prefix });
          else if (suffix !== undefined) yield report("suffix", place, { owner, suffix });
          break;
        case "length": {
          const data = { name, minimum: String(minimum), maximum: String(maximum) };
          yield report("length", place, data, { fixes });
          break;
        }
        case "ip-address":
          yield report("address", place, { name, owner }, { fixes });
          break;
        case "edge":
          yield report("edge", place, { name }, { fixes });
          break;
        case "character":
        case "run": {
          const { start, end } = fault.span;
          const character = name.slice(start, end);
          const span = locate(node.content, start, end);
          yield report("character", span, { name, character, owner }, { fixes });
        }
      }
    }
  },
});
