import { misspells } from "../../model/policy/misspelled.js";
import { bucketOf } from "../../model/policy/resource.js";
import { type Policy, type Statement } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

export const requireResource = defineRule({
  id: "policy/require-resource",
  policyTypes: ["bucket", "minio", "coreweave-bucket", "key", "identity"],
  severity: "error",
  summary: "A statement must have `Resource` or `NotResource`, except in a role trust policy.",
  rationale:
    "S3 and IAM reject a statement without a resource. KMS accepts the statement, but it has no effect.",
  certainty: "documented",
  sources: ["iam-policy-elements", "key-policy-overview", "access-analyzer-checks"],
  equivalents: ["access-analyzer:MISSING_RESOURCE"],
  acrossStatements: true,
  messages: {
    absent: 'This statement has no "Resource", so the policy is rejected.',
    dead: 'This statement has no "Resource", so it has no effect on the key.',
  },
  *check(policy, report) {
    for (const statement of policy.statements) {
      if (statement.resource !== undefined || statement.notResource !== undefined) continue;
      if (misspells(statement.node, "statement", "Resource", "NotResource")) continue;
      if (policy.type === "minio" && !actsOnS3(statement)) continue;
      const key = policy.type === "key" ? "dead" : "absent";
      yield report(key, statement.head, {}, { fixes: fixesOf(policy, statement) });
    }
  },
});

/** The administration and the keys of MinIO are not resources that a statement can name. */
function actsOnS3({ action, notAction }: Statement): boolean {
  const actions = action?.actions ?? [];
  return notAction !== undefined || actions.some(({ action: { service } }) => service === "s3");
}

function fixesOf(policy: Policy, { node }: Statement): readonly Fix[] {
  const { writer } = policy.tree;
  if (policy.type === "key") {
    const insert = writer.insertMembers(node, { Resource: "*" });
    return reviewFix(message('Add "Resource": "*", which means this key'), insert);
  }
  const bucket = policy.type === "identity" ? undefined : bucketOf(policy);
  if (bucket === undefined) return [];
  return reviewFix(
    message("Add the bucket and its objects as the resource"),
    writer.insertMembers(node, { Resource: [bucket.arn, `${bucket.arn}/*`] }),
  );
}
