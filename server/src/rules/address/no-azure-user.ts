import { replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noAzureUser = defineRule({
  id: "address/no-azure-user",
  kinds: ["az"],
  severity: "warning",
  summary: "In an Azure address, the account key must follow a `:` with nothing before it.",
  rationale:
    "The storage account is the host, and its key is the password. The server ignores anything before the `:`. Without the `:`, it reads the key as a user name.",
  certainty: "documented",
  sources: ["wandb-byob"],
  messages: {
    colon:
      'The account key must follow a ":". Without it, the server reads the key as a user name.',
    user: 'The server ignores text before the ":" in an Azure address.',
  },
  *check(address, report) {
    const { user, password, tokens } = address;
    if (user === undefined || user.text === "") return;
    if (tokens.at === undefined) return;
    if (password === undefined || password.text === "") {
      const fixes = reviewFix(
        message('Add ":" before the key'),
        replacePart(address, { start: user.start, end: user.start }, ":"),
        ...(password === undefined
          ? []
          : [replacePart(address, { start: user.end, end: password.start }, "")]),
      );
      yield report("colon", user.span, {}, { fixes });
      return;
    }
    const fixes = reviewFix(message('Remove the text before ":"'), replacePart(address, user, ""));
    yield report("user", user.span, {}, { fixes });
  },
});
