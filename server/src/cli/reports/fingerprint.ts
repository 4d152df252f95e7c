import { createHash } from "node:crypto";
import { type Finding } from "../../rules/rule.js";
import { formatMessage } from "../../text/message.js";
import { type CheckedFile } from "./report.js";

/**
 * Names for findings that stay when lines are added above: made of the file, the rule, what it says, and
 * the number among its like. Not of the text itself, which may hold a secret. Each is unique.
 */
export function fingerprints(): (file: CheckedFile, finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ path }, { rule, message }) => {
    const key = [path, rule, formatMessage(message)].join("\u0000");
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return createHash("sha256")
      .update(`${key}\u0000${String(number)}`)
      .digest("hex")
      .slice(0, 40);
  };
}
