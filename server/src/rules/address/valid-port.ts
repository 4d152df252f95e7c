import { wandbKinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

const highestPort = 65535;

export const validPort = defineRule({
  id: "address/valid-port",
  kinds: wandbKinds,
  severity: "error",
  summary: "The port must be a number from 1 to 65535.",
  rationale: "Go rejects a port that is not a number, and ports above 65535 do not exist.",
  certainty: "verified",
  sources: ["go-url"],
  messages: { illegal: "This is not a port number from 1 to 65535, so the server cannot connect." },
  *check({ port }, report) {
    if (port === undefined || port.partial || port.text === "") return;
    const number = /^\d+$/.test(port.text) ? Number(port.text) : 0;
    if (number < 1 || number > highestPort) yield report("illegal", port.span, {});
  },
});
