import { addressSources } from "../../catalog/address/sources.js";
import { wandbKinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const requireKeyPair = defineRule({
  id: "address/require-key-pair",
  kinds: wandbKinds,
  severity: "error",
  summary: "An address must hold a key and its secret, or neither.",
  rationale:
    "One without the other signs no request. An address without both uses the identity that the server runs with.",
  certainty: "documented",
  sources: [addressSources.wandbByob, addressSources.wandbOperatorConnections],
  messages: {
    key: "A secret without the {key} before it signs no request.",
    secret: "The {key} has no secret behind it, so it signs no request.",
    neither: 'Nothing stands before the "@"; without credentials the address needs none.',
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
