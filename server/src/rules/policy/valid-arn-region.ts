import { isPlausibleRegion, partitionsSource, regions } from "../../catalog/regions.js";
import { accessAnalyzerChecks, arnFormat } from "../../catalog/policy/sources.js";
import { hasField, isLiteral, typesNamed } from "../../model/policy/arn-types.js";
import { placeIn, replaceIn } from "../../model/policy/edits.js";
import { resourceNames } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validArnRegion = defineRule({
  id: "policy/valid-arn-region",
  severity: "error",
  summary: "A resource's ARN must have a Region exactly where its type has one.",
  rationale:
    "Buckets, objects and IAM's own things have none; KMS keys and access points have one. An ARN that differs names nothing.",
  certainty: "documented",
  sources: [arnFormat, partitionsSource, accessAnalyzerChecks],
  messages: {
    surplus:
      '"{region}" has no place here: ARNs of this kind have no Region, so this one matches nothing.',
    missing: '"{arn}" names no Region, so it matches nothing; "*" stands for all.',
    unknown: '"{region}" is no Region of AWS, so this ARN matches nothing.',
  },
  *check({ type, statements }, report) {
    if (type === "coreweave-organization" || type === "minio") return;
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
              yield report(
                "unknown",
                placeIn(text, arn.region),
                { region },
                {
                  severity: known ? "error" : "warning",
                  equivalents: ["access-analyzer:INVALID_ARN_REGION"],
                  fixes:
                    meant === undefined
                      ? []
                      : reviewFix(
                          message('Replace "{region}" with "{meant}"', { region, meant }),
                          replaceIn(text, start, end, meant),
                        ),
                },
              );
            }
          } else if (region === "" && known && arn.resource.value !== "*") {
            if (!types.every((each) => hasField(each, "region"))) continue;
            yield report("missing", text.span, data, {
              equivalents: ["access-analyzer:MISSING_ARN_REGION"],
              fixes: reviewFix(message("Name all Regions"), replaceIn(text, start, end, "*")),
            });
          }
        }
      }
    }
  },
});
