import { isService } from "../../catalog/service-reference.js";
import { remember } from "../../text/memo.js";
import { type ActionText, readAction } from "../../model/policy/action.js";
import { actionNames } from "../../model/policy/action-match.js";
import { defineRule } from "../rule.js";

export const noUnsupportedAction = defineRule({
  id: "policy/no-unsupported-action",
  policyTypes: ["bucket", "coreweave-bucket", "key", "trust"],
  severity: "error",
  summary: "A policy must contain only actions that apply to the resource it is attached to.",
  rationale:
    'S3 rejects a bucket policy with the error "Policy has invalid action" if it contains an action of another service or an action that does not apply to buckets or objects. A role trust policy accepts only STS actions.',
  certainty: "documented",
  sources: ["s3-actions", "coreweave-bucket-policies", "access-analyzer-checks"],
  equivalents: ["access-analyzer:UNSUPPORTED_ACTION_IN_POLICY"],
  messages: {
    bucket: '"{action}" is not an S3 action, so S3 rejects this bucket policy.',
    elsewhere: '"{action}" does not apply to buckets or objects, so S3 rejects this bucket policy.',
    key: '"{action}" is not a KMS action, so it has no effect in a key policy.',
    keyless: '"{action}" does not apply to KMS keys, so it has no effect in a key policy.',
    trust: '"{action}" is not an STS action, so IAM rejects this trust policy.',
    coreweave:
      '"{action}" is not an S3 action, but CoreWeave bucket policies support only S3 actions.',
  },
  *check(policy, report) {
    const { type, statements } = policy;
    if (type === "bucket" && !policy.generalPurpose) return;
    for (const { action: element } of statements) {
      for (const { action: named, text } of actionNames(element)) {
        const { service, value: action } = named;
        if (service === undefined || service === "*") continue;
        const foreign = (own: string): boolean => service !== own && isService(service);
        if (type === "bucket") {
          if (foreign("s3")) yield report("bucket", text.span, { action });
          else if (!isOfBuckets(action)) yield report("elsewhere", text.span, { action });
        } else if (type === "key") {
          if (foreign("kms")) yield report("key", text.span, { action }, { severity: "warning" });
          else if (!isOfKeys(action)) {
            yield report("keyless", text.span, { action }, { severity: "info" });
          }
        } else if (type === "trust") {
          if (foreign("sts")) yield report("trust", text.span, { action });
        } else if (service !== "s3") {
          const options = { severity: "warning", equivalents: [] } as const;
          yield report("coreweave", text.span, { action }, options);
        }
      }
    }
  },
});

const isOfBuckets = remember((action) => fits(readAction(action), ["bucket", "object"]));
const isOfKeys = remember((action) => fits(readAction(action), ["key"]));

/** Whether an action can be done to a resource of one of the types; unknown ones are another rule's. */
function fits({ meant }: ActionText, types: readonly string[]): boolean {
  return (
    meant.length === 0 ||
    meant.some(({ resourceTypes }) => resourceTypes.some((type) => types.includes(type.name)))
  );
}
