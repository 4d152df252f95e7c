import { addressSources } from "../../catalog/address/sources.js";
import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAzureUser = defineRule({
  id: "address/no-azure-user",
  kinds: ["az"],
  severity: "warning",
  summary: "In an Azure address the account's key must follow a `:` with nothing before it.",
  rationale:
    "The storage account is the host and its key the password. What stands before the `:` is not read, and a key without the `:` is taken for a user.",
  certainty: "documented",
  sources: [addressSources.wandbByob],
  messages: {
    colon: 'Without a ":" before it the server does not take this for the account\'s key.',
    user: 'What stands before the ":" is not read; an Azure address has nothing there.',
  },
  *check(address, report) {
    const { user, password, tokens } = address;
    if (user === undefined || user.text === "") return;
    if (tokens.at === undefined) return;
    if (password === undefined || password.text === "") {
      const fixes = reviewFix(
        message('Put ":" before the key'),
        replacePart(address, { start: user.start, end: user.start }, ":"),
        ...(password === undefined
          ? []
          : [replacePart(address, { start: user.end, end: password.start }, "")]),
      );
      yield report("colon", user.span, {}, { fixes });
      return;
    }
    const fixes = reviewFix(
      message('Remove what stands before ":"'),
      replacePart(address, user, ""),
    );
    yield report("user", user.span, {}, { fixes });
  },
});
