import { readArnFields } from "../../model/policy/arn.js";
import { replaceIn, replaceAllOf } from "../../model/policy/edits.js";
import { type ResourceName, resourceNames } from "../../model/policy/resource.js";
import { statementPolicyTypes, type PolicyType } from "../../model/policy/policy.js";
import { message } from "../../text/message.js";
import { defineRule, type Fix, reviewFix, safeFix } from "../rule.js";

export const validArn = defineRule({
  id: "policy/valid-arn",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "A resource must be `*` or a complete ARN with six fields.",
  rationale: "AWS rejects a policy whose resources are names, URLs, or incomplete ARNs.",
  certainty: "documented",
  sources: ["aws-arn-format", "iam-element-resource", "access-analyzer-checks"],
  messages: {
    prefix: '"{resource}" is not an ARN, so the policy is rejected.',
    fields: '"{resource}" is missing a field. An ARN has five colons before its resource.',
    open: '"{resource}" has fewer than six fields, and its "*" stands for the others. Write all of them to say what is meant.',
    doubled: '"{resource}" contains two ARNs, so it matches nothing.',
  },
  *check({ type, statements }, report) {
    for (const { resource, notResource } of statements) {
      for (const element of [resource, notResource]) {
        for (const name of resourceNames(element)) {
          const { value, text, arn } = name;
          if (value === "*" || value.startsWith("${")) continue;
          const doubled = value.indexOf(":arn:");
          if (doubled > 0) {
            const fixes = reviewFix(
              message("Keep only the inner ARN"),
              replaceIn(text, 0, doubled + 1, ""),
            );
            yield report("doubled", text.span, { resource: value }, { fixes });
          } else if (!value.startsWith("arn:")) {
            yield report(
              "prefix",
              text.span,
              { resource: value },
              {
                equivalents: ["access-analyzer:INVALID_ARN_PREFIX", "parliament:INVALID_ARN"],
                fixes: replacePrefix(type, name),
              },
            );
          } else if (arn === undefined && isOpenEnded(value)) {
            const equivalents = ["access-analyzer:MISSING_ARN_FIELD"];
            yield report("open", text.span, { resource: value }, { severity: "info", equivalents });
          } else if (arn === undefined) {
            yield report(
              "fields",
              text.span,
              { resource: value },
              {
                equivalents: ["access-analyzer:MISSING_ARN_FIELD"],
                fixes: addFields(name),
              },
            );
          }
        }
      }
    }
  },
});

/** A wildcard as the last field of an ARN also matches the colons that are missing. */
function isOpenEnded(value: string): boolean {
  return /^arn:[^:]+:[^:*?]+:(?:[^:]*:)*\*$/.test(value);
}

/** An `s3://` address or a bucket's name in a policy of a bucket, as the ARN that is meant. */
function replacePrefix(type: PolicyType, { text, value }: ResourceName): readonly Fix[] {
  if (/^\*+$/.test(value)) {
    return safeFix(message('Replace with "{star}"', { star: "*" }), replaceAllOf(text, "*"));
  }
  const trimmed = value.trim();
  if (trimmed !== value && (trimmed === "*" || trimmed.startsWith("arn:"))) {
    return reviewFix(message("Remove the surrounding whitespace"), replaceAllOf(text, trimmed));
  }
  const path = value.startsWith("s3://") ? value.slice("s3://".length) : value;
  const address = path !== value;
  const named = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/.*)?$/.test(path);
  if (!named || !(address || type === "bucket" || type === "coreweave-bucket")) return [];
  const arn = `arn:aws:s3:::${path}`;
  return reviewFix(message('Replace with "{arn}"', { arn }), replaceAllOf(text, arn));
}

/** S3's ARNs have neither region nor account, so it is plain which colons are missing. */
function addFields({ text, value }: ResourceName): readonly Fix[] {
  const fields = readArnFields(value) ?? [];
  const last = fields.at(-1);
  if (fields[1]?.value !== "s3" || fields.length < 3 || last === undefined) return [];
  if (fields.slice(2, -1).some((field) => field.value !== "")) return [];
  const arn = `${value.slice(0, fields[1].end)}:::${last.value}`;
  return reviewFix(message('Replace with "{arn}"', { arn }), replaceAllOf(text, arn));
}
