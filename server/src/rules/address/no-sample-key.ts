import { sampleKeys } from "../../catalog/address/credentials.js";
import { fileFormats } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const noSampleKey = defineRule({
  id: "address/no-sample-key",
  hosts: fileFormats,
  severity: "warning",
  summary: "Sample and default keys must be replaced.",
  rationale:
    "A key from documentation does not work, and a well-known default key gives everyone access.",
  certainty: "verified",
  sources: ["iam-access-keys", "minio-default-keys"],
  messages: {
    sample:
      '"{user}" is a key from documentation or from a default installation. Replace it with your own.',
  },
  *check({ user }, report) {
    if (user === undefined) return;
    if (!sampleKeys.some((sample) => sample.user === user.value)) return;
    yield report("sample", user.span, { user: user.value });
  },
});
