import { wandbKinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

/** Formats that are usually kept under version control. A Kubernetes Secret and a dotenv file are meant for secrets. */
const sharedFormats = ["helm", "compose", "terraform", "yaml", "json"] as const;

export const noPlaintextSecret = defineRule({
  id: "address/no-plaintext-secret",
  kinds: wandbKinds,
  hosts: sharedFormats,
  severity: "warning",
  summary: "A shared file must not contain a secret in plain text.",
  rationale:
    "Helm values, Compose files and Terraform configurations are kept in version control, where everyone with access to the repository and its history can read the secret.",
  certainty: "inferred",
  sources: ["wandb-helm-bucket", "wandb-byob"],
  messages: {
    plain:
      "Anyone who can read this file can read the secret. Use a variable or a Kubernetes Secret instead.",
  },
  *check({ password, placeholders }, report) {
    if (password === undefined || password.text === "" || password.partial) return;
    if (placeholders.some(({ style }) => style === "angle")) return;
    yield report("plain", password.span, {});
  },
});
