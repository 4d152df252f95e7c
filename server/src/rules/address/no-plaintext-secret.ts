import { sharedFormats, wandbKinds } from "../../model/address/address.js";
import { isRowOfMarks } from "../../syntax/placeholders.js";
import { defineRule } from "../rule.js";

export const noPlaintextSecret = defineRule({
  id: "address/no-plaintext-secret",
  kinds: wandbKinds,
  hosts: sharedFormats,
  severity: "warning",
  summary: "A shared file must not contain a secret in plain text.",
  rationale:
    "Helm values, manifests, Compose files, scripts, and Terraform configurations are kept in version control, where everyone with access to the repository and its history can read the secret.",
  certainty: "inferred",
  sources: ["wandb-helm-bucket", "wandb-byob"],
  messages: {
    plain:
      "Anyone who can read this file can read the secret. Use a variable or a Kubernetes Secret instead.",
  },
  *check({ password, placeholders, context }, report) {
    // A Kubernetes Secret is the place for it.
    if (context.isSecret) return;
    if (password === undefined || password.text === "" || password.partial) return;
    if (isRowOfMarks(password.text)) return;
    if (placeholders.some(({ style }) => style === "angle")) return;
    yield report("plain", password.span, {});
  },
});
