import { wandbKinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const requireKeyPair = defineRule({
  id: "address/require-key-pair",
  kinds: wandbKinds,
  severity: "error",
  summary: "An address must contain both an access key and its secret, or neither.",
  rationale:
    "Requests cannot be signed with only one of them. If an address has neither, the server uses the identity that it runs with.",
  certainty: "documented",
  sources: ["wandb-byob", "wandb-operator-connections"],
  messages: {
    accessKey: "The secret has no access key before it, so requests cannot be signed.",
    secret: "The access key has no secret after it, so requests cannot be signed.",
    serviceAccount:
      "The private key has no service account before it, so requests cannot be signed.",
    privateKey: "The service account has no private key after it, so requests cannot be signed.",
    neither:
      'There are no credentials before the "@". If the address does not need credentials, remove the "@".',
  },
  *check({ user, password, provider, tokens, head }, report) {
    if (tokens.at === undefined) return;
    const hasUser = user !== undefined && user.text !== "";
    const hasSecret = password !== undefined && password.text !== "";
    const isGoogle = provider === "gs";
    if (hasUser && hasSecret) return;
    if (!hasUser && !hasSecret) yield report("neither", head.span, {});
    else if (provider === "az") return;
    else if (hasUser) yield report(isGoogle ? "privateKey" : "secret", user.span, {});
    else if (password !== undefined) {
      yield report(isGoogle ? "serviceAccount" : "accessKey", password.span, {});
    }
  },
});
