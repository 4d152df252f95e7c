import { googleServiceAccountDomain } from "../../catalog/address/credentials.js";
import { defineRule } from "../rule.js";

export const validServiceAccount = defineRule({
  id: "address/valid-service-account",
  kinds: ["gs"],
  severity: "warning",
  summary: "A Cloud Storage address must have the email address of a service account as its user.",
  rationale: "The server signs in as that service account with the private key that follows.",
  certainty: "documented",
  sources: ["wandb-byob", "gcp-service-accounts"],
  messages: {
    other: 'The email address of a service account ends in "{domain}", but this one does not.',
  },
  *check({ user, tokens }, report) {
    if (tokens.at === undefined || user === undefined || user.text === "") return;
    if (user.partial) return;
    const account = user.value.toLowerCase();
    if (account.includes("@") && account.endsWith(googleServiceAccountDomain)) return;
    yield report("other", user.span, { domain: googleServiceAccountDomain });
  },
});
