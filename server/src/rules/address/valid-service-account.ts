import { addressSources } from "../../catalog/address/sources.js";
import { googleServiceAccountDomain } from "../../catalog/address/credentials.js";
import { defineRule } from "../rule.js";

export const validServiceAccount = defineRule({
  id: "address/valid-service-account",
  kinds: ["gs"],
  severity: "warning",
  summary: "A Cloud Storage address must have a service account's e-mail address as its user.",
  rationale:
    "The server signs in as the service account of that name with the private key behind it.",
  certainty: "documented",
  sources: [addressSources.wandbByob, addressSources.gcpServiceAccounts],
  messages: { other: 'A service account\'s e-mail address ends in "{domain}"; this does not.' },
  *check({ user, tokens }, report) {
    if (tokens.at === undefined || user === undefined || user.text === "") return;
    if (user.partial) return;
    const account = user.value.toLowerCase();
    if (account.includes("@") && account.endsWith(googleServiceAccountDomain)) return;
    yield report("other", user.span, { domain: googleServiceAccountDomain });
  },
});
