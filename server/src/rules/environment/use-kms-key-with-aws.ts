import { addressSources } from "../../catalog/address-sources.js";
import { instanceAddress, variableOf } from "../../model/environment.js";
import { defineRule } from "../rule.js";

export const useKmsKeyWithAws = defineRule({
  id: "environment/use-kms-key-with-aws",
  severity: "warning",
  summary: "A KMS key must be set for an AWS bucket only.",
  rationale: "Other stores have no KMS, so uploads that ask for a key are refused there.",
  certainty: "documented",
  sources: [addressSources.wandbEnvironment, addressSources.wandbByob],
  messages: { other: '"{name}" names a KMS key, but the bucket is none of AWS.' },
  *check(environment, report) {
    const variable = variableOf(environment, "AWS_S3_KMS_ID");
    const address = instanceAddress(environment);
    if (variable === undefined || variable.value.value.trim() === "" || address === undefined)
      return;
    if (["s3-aws", "s3-ambient", "s3"].includes(address.kind)) return;
    // A key of MinIO's own KMS is no ARN.
    const isArn = variable.value.value.trim().startsWith("arn:");
    if (address.kind === "s3-compatible" && !isArn) return;
    yield report("other", variable.nameSpan, { name: variable.name });
  },
});
