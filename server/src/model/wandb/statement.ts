import { orgIdKey, type WandbPrincipal } from "../../catalog/wandb/principals.js";
import { type Plain } from "../../syntax/value.js";
import { permissionsFor } from "./access.js";
import { bucketOf } from "../policy/resource.js";
import { type Policy } from "../policy/policy.js";

/** The statement that W&B's page has for a principal, to be added to a policy that lacks it. */
export function wandbStatement(policy: Policy, { arn }: WandbPrincipal): Plain | undefined {
  const actions = permissionsFor(policy).map(({ action }) => action);
  const bucket = bucketOf(policy)?.arn ?? "arn:aws:s3:::<wandb_bucket>";
  const resources = [bucket, `${bucket}/*`];
  switch (policy.type) {
    case "bucket":
      return {
        Sid: "WAndBAccountAccess",
        Effect: "Allow",
        Principal: { AWS: arn },
        Action: actions,
        Resource: resources,
      };
    case "coreweave-bucket":
      return {
        Sid: "AllowWandbUser",
        Effect: "Allow",
        Principal: { CW: arn },
        Action: actions,
        Resource: resources,
        Condition: { StringLike: { [orgIdKey]: ["<wb-org-id>"] } },
      };
    case "key":
      return {
        Sid: "External",
        Effect: "Allow",
        Principal: { AWS: arn },
        Action: actions,
        Resource: "*",
      };
    case "identity":
    case "trust":
    case "minio":
    case "coreweave-organization":
      return undefined;
  }
}
