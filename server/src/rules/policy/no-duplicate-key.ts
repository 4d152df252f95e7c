import { allPolicyTypes } from "../../model/policy/policy.js";
import { type Member, type ObjectValue, type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noDuplicateKey = defineRule({
  id: "policy/no-duplicate-key",
  policyTypes: allPolicyTypes,
  severity: "error",
  summary: "An object in a policy must not contain the same key twice.",
  rationale:
    "JSON does not define which of the two values applies. AWS rejects some of these policies and uses the last value in others.",
  certainty: "documented",
  sources: ["iam-policy-grammar"],
  editorReports: "json-syntax",
  messages: {
    again: 'The key "{key}" is already in this object, so one of the two values is lost.',
  },
  *check({ root, tree }, report) {
    if (root === undefined) return;
    for (const { node, member, first } of repeatedMembers(root)) {
      const { key } = member;
      yield report(
        "again",
        key.span,
        { key: key.value },
        {
          fixes: reviewFix(
            message('Remove the duplicate "{key}"', { key: key.value }),
            tree.writer.removeMember(node, member),
          ),
          related: [{ span: first.key.span, message: message("The key appears here first.") }],
        },
      );
    }
  },
});

interface Repeated {
  readonly node: ObjectValue;
  readonly member: Member;
  readonly first: Member;
}

function repeatedMembers(root: Value): readonly Repeated[] {
  const found: Repeated[] = [];
  collect(root, found);
  return found;
}

function collect(value: Value, found: Repeated[]): void {
  if (value.kind === "array") for (const item of value.items) collect(item, found);
  if (value.kind !== "object") return;
  const { members } = value;
  // Most objects are small, and then looking back is quicker than a map.
  const first = members.length > 16 ? new Map<string, Member>() : undefined;
  for (let index = 0; index < members.length; index++) {
    const member = members[index];
    if (member === undefined) continue;
    const name = member.key.value;
    const before = first === undefined ? earlier(members, index, name) : first.get(name);
    if (before === undefined) first?.set(name, member);
    else found.push({ node: value, member, first: before });
    if (member.value !== undefined) collect(member.value, found);
  }
}

function earlier(members: readonly Member[], before: number, name: string): Member | undefined {
  for (let index = 0; index < before; index++) {
    const member = members[index];
    if (member?.key.value === name) return member;
  }
  return undefined;
}
