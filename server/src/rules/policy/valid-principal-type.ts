import { coreweavePrincipalKey, principalKeys } from "../../catalog/policy/grammar.js";
import { isPartial, isUnknown, type Policy } from "../../model/policy/policy.js";
import { type StringValue, type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { type Span } from "../../text/span.js";
import { defineRule, type Fix, reviewFix, safeFix } from "../rule.js";

export const validPrincipalType = defineRule({
  id: "policy/valid-principal-type",
  policyTypes: ["bucket", "minio", "coreweave-bucket", "key", "trust"],
  severity: "error",
  summary: 'A Principal must be `"*"` or an object with a type for its principals.',
  rationale:
    'S3 rejects a policy with the error "Invalid principal in policy" if an ARN has no principal type or an unknown one.',
  certainty: "documented",
  sources: ["iam-element-principal", "access-analyzer-checks"],
  editorReports: "json-shape",
  messages: {
    bare: '"{principal}" has no principal type, so the policy is rejected.',
    shape: 'This Principal is neither an object nor "*", so the policy is rejected.',
    unknown: '"{kind}" is not a valid principal type, so the policy is rejected.',
    meant:
      '"{kind}" is not a valid principal type, so the policy is rejected. Did you mean "{meant}"?',
  },
  *check(policy, report) {
    const { type, statements, tree } = policy;
    for (const element of statements.flatMap((each) => [each.principal, each.notPrincipal])) {
      const value = element?.value;
      if (value === undefined || isUnknown(value)) continue;
      const equivalents = ["access-analyzer:INVALID_PRINCIPAL_FORMAT"];
      if (value.kind === "string" && value.value !== "*") {
        const fixes = addKind(policy, value);
        yield report("bare", value.span, { principal: value.value }, { equivalents, fixes });
      } else if (value.kind !== "object" && value.kind !== "string") {
        yield report("shape", firstOf(value), {}, { equivalents });
      }
      for (const { key, keySpan, member } of element?.entries ?? []) {
        const known: readonly string[] =
          type === "coreweave-bucket" ? [...principalKeys, coreweavePrincipalKey] : principalKeys;
        if (!known.includes(key) && !isPartial(member.key)) {
          const meant = key === coreweavePrincipalKey ? "AWS" : nearest(key, known);
          const unknownType = ["access-analyzer:INVALID_PRINCIPAL_KEY"];
          if (meant === undefined) {
            yield report("unknown", keySpan, { kind: key }, { equivalents: unknownType });
          } else {
            const title = message('Replace "{key}" with "{meant}"', { key, meant });
            const fix = meant.toLowerCase() === key.toLowerCase() ? safeFix : reviewFix;
            const fixes = fix(title, tree.writer.renameKey(member, meant));
            yield report(
              "meant",
              keySpan,
              { kind: key, meant },
              { equivalents: unknownType, fixes },
            );
          }
        }
      }
    }
  },
});

function addKind({ tree, type }: Policy, value: StringValue): readonly Fix[] {
  const text = value.value;
  const kind = /\.amazonaws\.com(?:\.cn)?$/.test(text)
    ? "Service"
    : !/^arn:|^\d{12}$/.test(text)
      ? undefined
      : type === "coreweave-bucket"
        ? coreweavePrincipalKey
        : "AWS";
  if (kind === undefined) return [];
  const title = message('Add the principal type "{kind}"', { kind });
  return reviewFix(title, tree.writer.replaceValue(value, { [kind]: text }));
}

/** A list may run over several lines; a finding stays on one. */
function firstOf({ kind, span }: Value): Span {
  return kind === "array" ? { start: span.start, end: span.start + 1 } : span;
}
