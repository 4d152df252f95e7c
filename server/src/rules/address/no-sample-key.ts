import { addressSources } from "../../catalog/address/sources.js";
import { sampleKeys } from "../../catalog/address/credentials.js";
import { fileFormats } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const noSampleKey = defineRule({
  id: "address/no-sample-key",
  hosts: fileFormats,
  severity: "warning",
  summary: "The keys of documentation and of default installations must be replaced.",
  rationale:
    "A key from documentation opens nothing, and one that everybody knows opens the store to all.",
  certainty: "verified",
  sources: [addressSources.awsSampleKeys, addressSources.minioDefaultKeys],
  messages: { sample: '"{user}" is a key that documentation or a default installation uses.' },
  *check({ user }, report) {
    if (user === undefined) return;
    if (!sampleKeys.some((sample) => sample.user === user.value)) return;
    yield report("sample", user.span, { user: user.value });
  },
});
