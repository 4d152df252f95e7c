import { awsPolicyTypes } from "../../model/policy/policy.js";
import { readArn } from "../../model/policy/arn.js";
import { isPattern } from "../../model/policy/pattern.js";
import { typesNamed, typesOfArns } from "../../model/policy/arn-types.js";
import { placeIn, replaceIn } from "../../model/policy/edits.js";
import { resourceNames } from "../../model/policy/resource.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownResourceType = defineRule({
  id: "policy/known-resource-type",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary: "The resource part of an ARN must match a resource type of its service.",
  rationale:
    'The ARN of a KMS key ends with "key/…" and that of an IAM role with "role/…". Any other form matches nothing, and S3 rejects an ARN without a bucket name.',
  certainty: "documented",
  sources: ["service-authorization", "access-analyzer-checks"],
  equivalents: ["access-analyzer:INVALID_ARN_RESOURCE"],
  messages: {
    unknown:
      '"{resource}" is not a valid resource of the service "{service}", so this ARN matches nothing. ARNs of this service end with {forms}.',
    meant:
      '"{resource}" is not a valid resource of the service "{service}", so this ARN matches nothing. Did you mean "{meant}"?',
    empty: '"{arn}" has no resource, so it matches nothing.',
  },
  *check({ statements }, report) {
    for (const { resource, notResource } of statements) {
      for (const element of [resource, notResource]) {
        for (const { value, arn, text } of resourceNames(element)) {
          if (arn === undefined) continue;
          const { value: named, start, end } = arn.resource;
          const types = typesOfArns(arn.service.value);
          if (named === "" || (arn.service.value === "s3" && named.startsWith("/"))) {
            if (types !== undefined) yield report("empty", text.span, { arn: value });
            continue;
          }
          if (types === undefined || typesNamed({ value, arn, text })?.length !== 0) continue;
          const forms = types.map((each) => readArn(each.arn)?.resource.value.split("/")[0] ?? "");
          const [kind = ""] = named.split("/", 1);
          const meant = nearest(kind, forms);
          const place = placeIn(text, arn.resource);
          const data = { resource: named, service: arn.service.value };
          // AWS accepts a wildcard there, even one that matches nothing.
          const severity = isPattern(kind) ? "warning" : "error";
          if (meant === undefined || meant === kind) {
            const quoted = [...new Set(forms)].map((form) => `"${form}/…"`);
            const listed = { ...data, forms: formatList(quoted, "or") };
            yield report("unknown", place, listed, { severity });
          } else {
            const fixes = reviewFix(
              message('Replace "{kind}" with "{meant}"', { kind, meant }),
              replaceIn(text, start, Math.min(start + kind.length, end), meant),
            );
            yield report("meant", place, { ...data, meant }, { severity, fixes });
          }
        }
      }
    }
  },
});
