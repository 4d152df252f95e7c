import { addressSources } from "../../catalog/address/sources.js";
import { wandbKinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const matchDeployment = defineRule({
  id: "address/match-deployment",
  kinds: wandbKinds,
  severity: "error",
  summary: "The kind of W&B deployment must support the store.",
  rationale:
    "On Multi-tenant Cloud teams bring buckets of CoreWeave, AWS and Google Cloud, to which W&B's own identity is given access.",
  certainty: "documented",
  sources: [addressSources.wandbByob],
  messages: {
    azure: "Multi-tenant Cloud takes no Azure containers of customers.",
    compatible: "W&B's page lists no S3-compatible stores for Multi-tenant Cloud.",
    keys: "On Multi-tenant Cloud W&B reaches the bucket with an identity of its own, not with keys.",
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
