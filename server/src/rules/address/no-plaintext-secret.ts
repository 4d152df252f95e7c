import { addressSources } from "../../catalog/address/sources.js";
import { wandbKinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

/** Formats that are usually kept under version control. A Kubernetes Secret and a dotenv file are meant for secrets. */
const sharedFormats = ["helm", "compose", "terraform", "yaml", "json"] as const;

export const noPlaintextSecret = defineRule({
  id: "address/no-plaintext-secret",
  kinds: wandbKinds,
  hosts: sharedFormats,
  severity: "warning",
  summary: "A secret must not stand in clear in a file that is shared.",
  rationale:
    "Charts, compose files and Terraform configurations live under version control, where everybody who reads them reads the secret, and for ever.",
  certainty: "inferred",
  sources: [addressSources.wandbHelmBucket, addressSources.wandbByob],
  messages: {
    plain: "Whoever reads this file reads the secret too; a variable or a Secret keeps it out.",
  },
  *check({ password, placeholders }, report) {
    if (password === undefined || password.text === "" || password.partial) return;
    if (placeholders.some(({ style }) => style === "angle")) return;
    yield report("plain", password.span, {});
  },
});
