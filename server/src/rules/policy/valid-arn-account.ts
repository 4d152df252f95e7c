import { awsPolicyTypes } from "../../model/policy/policy.js";
import { hasField, isLiteral, typesNamed } from "../../model/policy/arn-types.js";
import { placeIn, replaceIn } from "../../model/policy/edits.js";
import { resourceNames } from "../../model/policy/resource.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validArnAccount = defineRule({
  id: "policy/valid-arn-account",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary:
    "A resource ARN must have a 12-digit account ID if its resource type has one, and must omit it otherwise.",
  rationale:
    "ARNs of buckets and objects have no account ID. ARNs of keys, roles, and access points have one. An ARN of any other form matches nothing.",
  certainty: "documented",
  sources: ["aws-arn-format", "access-analyzer-checks"],
  messages: {
    surplus: 'ARNs of this type have no account ID, so this ARN with "{account}" matches nothing.',
    missing: '"{arn}" has no account ID, so it matches nothing. Use "*" for any account.',
    malformed: '"{account}" is not a 12-digit account ID, so this ARN matches nothing.',
  },
  *check({ statements }, report) {
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
                  fixes: safeFix(message("Remove the account ID"), replaceIn(text, start, end, "")),
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
              fixes: reviewFix(
                message('Set the account ID to "*"'),
                replaceIn(text, start, end, "*"),
              ),
            });
          }
        }
      }
    }
  },
});
