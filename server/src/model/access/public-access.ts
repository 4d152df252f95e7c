import { openKeys } from "../../catalog/policy/control-actions.js";
import { principalTexts } from "./principal.js";
import { type Statement } from "../policy/policy.js";
import { type Span } from "../../text/span.js";

/** Where a statement allows something to everybody, unless a condition tells who. */
export function everyoneIn(statement: Statement): Span | undefined {
  const { allows, principal, condition, conditions } = statement;
  if (allows !== true || principal === undefined) return undefined;
  const limited =
    conditions.some(({ key }) => !openKeys.includes(key.toLowerCase())) ||
    (condition !== undefined && conditions.length === 0);
  if (limited) return undefined;
  if (principal.everyone) return principal.value?.span;
  return principalTexts(principal).find(
    ({ entry, text }) => text.value === "*" && (entry.key === "AWS" || entry.key === "CW"),
  )?.text.span;
}
