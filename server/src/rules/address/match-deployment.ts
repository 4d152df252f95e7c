import { wandbKinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const matchDeployment = defineRule({
  id: "address/match-deployment",
  kinds: wandbKinds,
  severity: "error",
  summary: "The W&B deployment type must support the storage provider.",
  rationale:
    "On Multi-tenant Cloud, teams can use buckets on CoreWeave, AWS, and Google Cloud. W&B accesses them with its own identity.",
  certainty: "documented",
  sources: ["wandb-byob"],
  messages: {
    azure: "Multi-tenant Cloud does not support customer-owned Azure containers.",
    compatible: "The W&B documentation does not list S3-compatible storage for Multi-tenant Cloud.",
    keys: "On Multi-tenant Cloud, W&B accesses the bucket with its own identity, so it does not use access keys.",
  },
  *check({ kind, head, tokens, user, endpoint }, report, profile) {
    if (profile.deployment !== "multi-tenant") return;
    if (kind === "az") {
      yield report("azure", head.span, {});
    } else if (kind === "s3-compatible" && endpoint?.service === "other") {
      yield report("compatible", head.span, {}, { severity: "info" });
    } else if (tokens.at !== undefined && user !== undefined) {
      yield report("keys", user.text === "" ? head.span : user.span, {}, { severity: "info" });
    }
  },
});
