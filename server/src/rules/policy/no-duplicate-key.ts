import { policyGrammar } from "../../catalog/policy/sources.js";
import { type Member, type ObjectValue, type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noDuplicateKey = defineRule({
  id: "policy/no-duplicate-key",
  severity: "error",
  summary: "No object of a policy must hold the same key twice.",
  rationale:
    "JSON leaves open which of the two counts. AWS refuses some such policies and takes the last value in others.",
  certainty: "documented",
  sources: [policyGrammar],
  editorReports: "json-syntax",
  messages: {
    again: 'The key "{key}" stood in this object before, so one of the two is lost.',
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
            message('Remove this "{key}"', { key: key.value }),
            tree.writer.removeMember(node, member),
          ),
          related: [{ span: first.key.span, message: message("It stands here first.") }],
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
