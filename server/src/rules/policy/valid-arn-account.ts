import { accessAnalyzerChecks, arnFormat } from "../../catalog/policy/sources.js";
import { hasField, isLiteral, typesNamed } from "../../model/policy/arn-types.js";
import { placeIn, replaceIn } from "../../model/policy/edits.js";
import { resourceNames } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validArnAccount = defineRule({
  id: "policy/valid-arn-account",
  severity: "error",
  summary: "A resource's ARN must have an account of 12 digits exactly where its type has one.",
  rationale:
    "Buckets and objects have no account in their ARNs; keys, roles and access points have. An ARN that differs names nothing.",
  certainty: "documented",
  sources: [arnFormat, accessAnalyzerChecks],
  messages: {
    surplus:
      '"{account}" has no place here: ARNs of this kind have no account, so this one matches nothing.',
    missing: '"{arn}" names no account, so it matches nothing; "*" stands for all.',
    malformed: '"{account}" is no account id of 12 digits, so this ARN matches nothing.',
  },
  *check({ type, statements }, report) {
    if (type === "coreweave-organization" || type === "minio") return;
    for (const { resource, notResource } of statements) {
      for (const element of [resource, notResource]) {
        for (const { value, arn, text } of resourceNames(element)) {
          if (arn === undefined) continue;
          const { value: account, start, end } = arn.account;
          const types = typesNamed({ value, arn, text });
          const known = types !== undefined && types.length > 0;
          const data = { arn: value };
          if (isLiteral(account)) {
            if (known && !types.some((each) => hasField(each, "account"))) {
              yield report(
                "surplus",
                placeIn(text, arn.account),
                { account },
                {
                  equivalents: ["access-analyzer:ARN_ACCOUNT_NOT_ALLOWED"],
                  fixes: safeFix(message("Remove the account"), replaceIn(text, start, end, "")),
                },
              );
            } else if (account !== "aws" && !/^\d{12}$/.test(account)) {
              yield report(
                "malformed",
                placeIn(text, arn.account),
                { account },
                {
                  equivalents: ["access-analyzer:INVALID_ARN_ACCOUNT"],
                },
              );
            }
          } else if (account === "" && known && !/^\*+$/.test(arn.resource.value)) {
            if (!types.every((each) => hasField(each, "account"))) continue;
            yield report("missing", text.span, data, {
              equivalents: ["access-analyzer:MISSING_ARN_ACCOUNT"],
              fixes: reviewFix(message("Name all accounts"), replaceIn(text, start, end, "*")),
            });
          }
        }
      }
    }
  },
});
