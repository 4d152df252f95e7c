import {
  authTypeKey,
  downloadUrlLife,
  headerAuth,
  queryAuth,
  signatureAgeKey,
  uploadUrlLife,
} from "../../catalog/policy/request-keys.js";
import { presignedUrlsPage, s3SignatureKeys } from "../../catalog/wandb/sources.js";
import { type Condition, type Statement } from "../../model/policy/policy.js";
import { isExclusive, obstaclesOf } from "../../model/wandb/denial.js";
import { defineRule } from "../rule.js";

export const noPresignedUrlRestriction = defineRule({
  id: "bucket-policy/no-presigned-url-restriction",
  policyTypes: ["bucket"],
  severity: "warning",
  summary: "Limits on signatures must let W&B's pre-signed URLs through for all of their life.",
  rationale:
    "Files travel by URLs that W&B signs: for a day to upload, for an hour to download. A shorter limit, or one " +
    "to signatures in headers, breaks them.",
  certainty: "verified",
  sources: [presignedUrlsPage, s3SignatureKeys],
  acrossStatements: true,
  messages: {
    age: "W&B's URLs live {life}, so this limit of {limit} breaks long {transfers}.",
    method: "W&B's pre-signed URLs are signed in the query, which this does not let through.",
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
      yield report("age", condition.keySpan, {
        life: uploads ? "24 hours" : "one hour",
        limit: `${String(Math.floor(limit / 1000))} s`,
        transfers: uploads ? "uploads" : "downloads",
      });
    }
  },
});

function keepsQueryOut(condition: Condition, statement: Statement): boolean {
  const values = condition.values.flatMap((value) =>
    value.kind === "string" ? [value.value.toUpperCase()] : [],
  );
  return isExclusive(condition, statement)
    ? values.includes(headerAuth) && !values.includes(queryAuth)
    : values.includes(queryAuth);
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
