import {
  statementPolicyTypes,
  type Element,
  type Policy,
  principalEntries,
  type Strings,
} from "../../model/policy/policy.js";
import { type Value, itemsOf } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const validValueTypes = defineRule({
  id: "policy/valid-value-types",
  policyTypes: statementPolicyTypes,
  severity: "error",
  summary: "Every policy element must have a value of the type that the policy grammar requires.",
  rationale: "AWS rejects a policy with a number, a list, or an object in place of a string.",
  certainty: "documented",
  sources: ["iam-policy-grammar", "access-analyzer-checks"],
  equivalents: ["access-analyzer:DATA_TYPE_MISMATCH"],
  editorReports: "json-shape",
  messages: {
    text: '"{element}" is not a string, so the policy is rejected.',
    texts: '"{element}" is not a string or a list of strings, so the policy is rejected.',
    account:
      "This account ID is a number, which loses leading zeros, so the policy is rejected. Put the ID in quotes.",
    object: '"{element}" is not an object, so the policy is rejected.',
    statements: "This statement is not an object, so the policy is rejected.",
  },
  *check(policy, report) {
    for (const [name, element] of textElements(policy)) {
      const value = element?.value;
      if (isKnown(value) && value.kind !== "string") {
        const { tree } = policy;
        const fixes =
          value.kind === "number"
            ? safeFix(message("Add quotes"), tree.writer.replaceValue(value, `${value.value}`))
            : [];
        yield report("text", placeOf(value), { element: name }, { fixes });
      }
    }
    for (const item of itemsOf(policy.statement?.value)) {
      if (isKnown(item) && item.kind !== "object") yield report("statements", placeOf(item), {});
    }
    for (const statement of policy.statements) {
      const { action, notAction, resource, notResource } = statement;
      for (const strings of [action, notAction, resource, notResource]) {
        for (const value of wrongItems(strings)) {
          const element = strings?.member.key.value ?? "";
          yield report("texts", placeOf(value), { element });
        }
      }
      for (const entry of principalEntries(statement)) {
        for (const value of wrongItems(entry)) {
          if (value.kind !== "number") {
            yield report("texts", placeOf(value), { element: entry.key });
            continue;
          }
          const written = String(value.value);
          const digits = /^\d+$/.test(written) ? written.padStart(12, "0") : "";
          // Zeros are put back on a guess.
          const quote = written === digits ? safeFix : reviewFix;
          const fix = policy.tree.writer.replaceValue(value, digits);
          yield report(
            "account",
            value.span,
            {},
            {
              fixes:
                digits.length === 12
                  ? quote(message('Replace with "{digits}"', { digits }), fix)
                  : [],
            },
          );
        }
      }
      const condition = statement.condition?.value;
      if (isKnown(condition) && condition.kind !== "object") {
        yield report("object", placeOf(condition), { element: "Condition" });
      }
      if (condition?.kind !== "object") continue;
      for (const { key, value } of condition.members) {
        if (isKnown(value) && value.kind !== "object") {
          yield report("object", placeOf(value), { element: key.value });
        }
      }
    }
  },
});

function textElements(
  policy: Policy,
): readonly (readonly [name: string, element: Element | undefined])[] {
  const elements: (readonly [string, Element | undefined])[] = [
    ["Version", policy.version],
    ["Id", policy.id],
  ];
  for (const { sid, effect } of policy.statements) {
    if (sid?.value?.kind !== "string") elements.push(["Sid", sid]);
    if (effect?.value?.kind !== "string") elements.push(["Effect", effect]);
  }
  return elements;
}

function isKnown(value: Value | undefined): value is Exclude<Value, { kind: "unknown" }> {
  return value !== undefined && value.kind !== "unknown";
}

/** Values of an element of strings that are none. */
function wrongItems(strings: Strings | undefined): readonly Value[] {
  const { value } = strings ?? {};
  if (value === undefined || value.kind === "string") return [];
  return itemsOf(value).filter(
    (item) => item.kind !== "string" && item.kind !== "unknown" && !isFunction(item),
  );
}

/** A function of CloudFormation in a list: an object with one member. */
function isFunction(item: Value): boolean {
  const name = item.kind === "object" && item.members.length === 1 && item.members[0]?.key.value;
  return typeof name === "string" && (name === "Ref" || name.startsWith("Fn::"));
}

/** An object or a list may run over several lines; a finding stays on one. */
function placeOf({ kind, span }: Value): Span {
  return kind === "object" || kind === "array" ? { start: span.start, end: span.start + 1 } : span;
}
