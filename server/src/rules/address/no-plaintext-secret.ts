import { addressSources } from "../../catalog/address/sources.js";
import { type HostFormat } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

/** Formats that are usually kept under version control. A Kubernetes Secret and a dotenv file are meant for secrets. */
const sharedFormats: readonly HostFormat[] = ["helm", "compose", "terraform", "yaml", "json"];

export const noPlaintextSecret = defineRule({
  id: "address/no-plaintext-secret",
  severity: "warning",
  summary: "A secret must not stand in clear in a file that is shared.",
  rationale:
    "Charts, compose files and Terraform configurations live under version control, where everybody who reads them reads the secret, and for ever.",
  certainty: "inferred",
  sources: [addressSources.wandbHelmBucket, addressSources.wandbByob],
  messages: {
    plain: "Whoever reads this file reads the secret too; a variable or a Secret keeps it out.",
  },
  *check({ password, provider, context, placeholders }, report) {
    if (provider === undefined || password === undefined || password.text === "") return;
    if (!sharedFormats.includes(context.host) || password.partial) return;
    if (placeholders.some(({ style }) => style === "angle")) return;
    yield report("plain", password.span, {});
  },
});
