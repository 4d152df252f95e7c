import { addressSources } from "../../catalog/address/sources.js";
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
  sources: [addressSources.wandbByob, addressSources.wandbOperatorConnections],
  messages: {
    key: "The secret has no {key} before it, so requests cannot be signed.",
    secret: "The {key} has no secret after it, so requests cannot be signed.",
    neither:
      'There are no credentials before the "@". Remove the "@" if the address does not need any.',
  },
  *check({ user, password, provider, tokens, head }, report) {
    if (tokens.at === undefined) return;
    const hasUser = user !== undefined && user.text !== "";
    const hasSecret = password !== undefined && password.text !== "";
    const key = provider === "gs" ? "service account" : "access key";
    if (hasUser && hasSecret) return;
    if (!hasUser && !hasSecret) yield report("neither", head.span, {});
    else if (provider === "az") return;
    else if (hasUser) yield report("secret", user.span, { key });
    else if (password !== undefined) yield report("key", password.span, { key });
  },
});
