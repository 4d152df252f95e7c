import { type JsonSlip } from "../model/json-problems.js";
import { reviewFix, safeFix, type Fix } from "./rule.js";

/** What sets a slip right; what takes away somebody's writing is offered, and never applied unread. */
export function slipFixes({ fix }: JsonSlip): readonly Fix[] {
  if (fix === undefined) return [];
  const offer = fix.deletes ? reviewFix : safeFix;
  return offer(fix.title, ...fix.edits);
}
