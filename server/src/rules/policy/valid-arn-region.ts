import { awsPolicyTypes } from "../../model/policy/policy.js";
import { isPlausibleRegion, regions } from "../../catalog/regions.js";
import { hasField, isLiteral, typesNamed } from "../../model/policy/arn-types.js";
import { placeIn, replaceIn } from "../../model/policy/edits.js";
import { resourceNames } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validArnRegion = defineRule({
  id: "policy/valid-arn-region",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary:
    "A resource ARN must have a Region if its resource type has one, and must omit it otherwise.",
  rationale:
    "ARNs of buckets, objects, and IAM resources have no Region. ARNs of KMS keys and access points have one. An ARN of any other form matches nothing.",
  certainty: "documented",
  sources: ["aws-arn-format", "aws-partitions", "access-analyzer-checks"],
  messages: {
    surplus: 'ARNs of this type have no Region, so this ARN with "{region}" matches nothing.',
    missing: '"{arn}" has no Region, so it matches nothing. Use "*" for any Region.',
    unknown: '"{region}" is not a valid AWS Region, so this ARN matches nothing.',
    meant:
      '"{region}" is not a valid AWS Region, so this ARN matches nothing. Did you mean "{meant}"?',
  },
  *check({ statements }, report) {
    for (const { resource, notResource } of statements) {
      for (const element of [resource, notResource]) {
        for (const { value, arn, text } of resourceNames(element)) {
          if (arn === undefined) continue;
          const { value: region, start, end } = arn.region;
          const types = typesNamed({ value, arn, text });
          const known = types !== undefined && types.length > 0;
          const data = { arn: value };
          if (isLiteral(region)) {
            if (known && !types.some((each) => hasField(each, "region"))) {
              yield report(
                "surplus",
                placeIn(text, arn.region),
                { region },
                {
                  equivalents: ["access-analyzer:ARN_REGION_NOT_ALLOWED"],
                  fixes: safeFix(message("Remove the Region"), replaceIn(text, start, end, "")),
                },
              );
            } else if (!regions.includes(region) && !isPlausibleRegion(region)) {
              const meant = nearest(region, regions);
              const place = placeIn(text, arn.region);
              const severity = known ? "error" : "warning";
              const equivalents = ["access-analyzer:INVALID_ARN_REGION"];
              if (meant === undefined) {
                yield report("unknown", place, { region }, { severity, equivalents });
              } else {
                const title = message('Replace "{region}" with "{meant}"', { region, meant });
                const fixes = reviewFix(title, replaceIn(text, start, end, meant));
                yield report("meant", place, { region, meant }, { severity, equivalents, fixes });
              }
            }
          } else if (region === "" && known && arn.resource.value !== "*") {
            if (!types.every((each) => hasField(each, "region"))) continue;
            yield report("missing", text.span, data, {
              equivalents: ["access-analyzer:MISSING_ARN_REGION"],
              fixes: reviewFix(message('Set the Region to "*"'), replaceIn(text, start, end, "*")),
            });
          }
        }
      }
    }
  },
});
