import { addressRules } from "./address/rules.js";
import { bucketPolicyRules } from "./bucket-policy/rules.js";
import { coreweavePolicyRules } from "./coreweave-policy/rules.js";
import { corsRules } from "./cors/rules.js";
import { azureIdentityRules } from "./azure-identity/rules.js";
import { googleIamRules } from "./google-iam/rules.js";
import { lifecycleRules } from "./lifecycle/rules.js";
import { bucketRules } from "./bucket/rules.js";
import { installationRules } from "./installation/rules.js";
import { identityPolicyRules } from "./identity-policy/rules.js";
import { keyPolicyRules } from "./key-policy/rules.js";
import { policyRules } from "./policy/rules.js";
import { type Group, type Rule, type RuleMeta } from "./rule.js";
import { trustPolicyRules } from "./trust-policy/rules.js";

/** Every rule, by what it judges. */
export const rules: { readonly [G in Group]: readonly Rule<G>[] } = {
  address: addressRules,
  installation: installationRules,
  cors: corsRules,
  policy: policyRules,
  "bucket-policy": bucketPolicyRules,
  "coreweave-policy": coreweavePolicyRules,
  "key-policy": keyPolicyRules,
  "identity-policy": identityPolicyRules,
  "trust-policy": trustPolicyRules,
  lifecycle: lifecycleRules,
  "google-iam": googleIamRules,
  "azure-identity": azureIdentityRules,
  bucket: bucketRules,
};

/** What is known of every rule, in the order of their groups. */
export const allRules: readonly RuleMeta[] = Object.values(rules).flat();
