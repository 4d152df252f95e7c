import {
  authTypeKey,
  downloadUrlLife,
  queryAuth,
  signatureAgeKey,
  uploadUrlLife,
} from "../../catalog/policy/request-keys.js";
import { type Condition, type Statement } from "../../model/policy/policy.js";
import { lookupIn } from "../../model/access/context.js";
import { meetsCondition } from "../../model/access/condition.js";
import { obstaclesOf } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noPresignedUrlRestriction = defineRule({
  id: "bucket-policy/no-presigned-url-restriction",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "A condition on signatures must accept W&B's presigned URLs for their full lifetime.",
  rationale:
    "Files are transferred with presigned URLs from W&B. Upload URLs are valid for 24 hours and download URLs for one hour. A shorter limit, or a condition that accepts only signatures in headers, breaks them.",
  certainty: "verified",
  sources: ["wandb-presigned-urls", "s3-signature-keys"],
  acrossStatements: true,
  messages: {
    upload:
      "Upload URLs from W&B are valid for 24 hours, so this limit of {seconds} seconds breaks long uploads.",
    download:
      "Download URLs from W&B are valid for one hour, so this limit of {seconds} seconds breaks long downloads.",
    method:
      "W&B's presigned URLs are signed in the query string, which this condition does not accept.",
  },
  *check(policy, report) {
    for (const { statement, permissions, conditions } of obstaclesOf(policy)) {
      const [condition, more] = conditions;
      if (condition === undefined || more !== undefined) continue;
      const key = condition.key.toLowerCase();
      if (key === authTypeKey.toLowerCase() && keepsQueryOut(condition, statement)) {
        yield report("method", condition.keySpan, {}, { severity: "error" });
      }
      if (key !== signatureAgeKey.toLowerCase()) continue;
      const uploads = permissions.some(({ action }) => action === "s3:PutObject");
      const downloads = permissions.some(({ action }) => action === "s3:GetObject*");
      const life = uploads ? uploadUrlLife : downloads ? downloadUrlLife : 0;
      const limit = limitOf(condition, statement);
      if (limit === undefined || limit >= life) continue;
      const seconds = String(Math.floor(limit / 1000));
      yield report(uploads ? "upload" : "download", condition.keySpan, { seconds });
    }
  },
});

/** Whether a request that is signed in its query meets the condition of a Deny, or fails that of a grant. */
function keepsQueryOut(condition: Condition, { allows }: Statement): boolean {
  const meets = meetsCondition(
    condition,
    lookupIn([{ [authTypeKey]: queryAuth }], "unknown"),
    false,
  );
  return meets === (allows === true ? "no" : "yes");
}

/** The greatest age that gets through, in milliseconds. */
function limitOf({ operator, values }: Condition, { allows }: Statement): number | undefined {
  const wanted = allows === true ? "NumericLessThan" : "NumericGreaterThan";
  const [value, more] = values;
  if (!operator.name.startsWith(wanted) || more !== undefined) return undefined;
  if (value?.kind !== "string" && value?.kind !== "number") return undefined;
  const limit = Number(value.value);
  return Number.isFinite(limit) ? limit : undefined;
}
