import { policyGrammar } from "../../catalog/policy-sources.js";
import { type Member, type ObjectValue, type Value } from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const haveUniqueKeys = defineRule({
  id: "policy/have-unique-keys",
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

function* repeatedMembers(value: Value): Iterable<Repeated> {
  if (value.kind === "array") {
    for (const item of value.items) yield* repeatedMembers(item);
  }
  if (value.kind !== "object") return;
  const first = new Map<string, Member>();
  for (const member of value.members) {
    const before = first.get(member.key.value);
    if (before === undefined) first.set(member.key.value, member);
    else yield { node: value, member, first: before };
    if (member.value !== undefined) yield* repeatedMembers(member.value);
  }
}
