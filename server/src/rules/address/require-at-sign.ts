import { wandbKinds, partOf } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const requireAtSign = defineRule({
  id: "address/require-at-sign",
  kinds: wandbKinds,
  severity: "error",
  summary: "Credentials and host must be separated by an `@`.",
  rationale:
    "Without it, Go reads the key as a host and the secret as a port, which is not a number.",
  certainty: "verified",
  sources: ["go-url", "wandb-byob"],
  messages: {
    open: 'The credentials must be followed by "@" and a host. Without them, the server reads the secret as a port.',
  },
  *check(address, report) {
    const { password, tokens } = address;
    if (password === undefined || tokens.at !== undefined) return;
    if (password.partial) return;
    yield report("open", partOf(address, password.start - 1, password.start).span, {});
  },
});
