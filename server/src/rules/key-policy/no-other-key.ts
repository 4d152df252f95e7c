import { keyArnsOf } from "../../model/wandb/key-access.js";
import { isPattern } from "../../model/policy/pattern.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noOtherKey = defineRule({
  id: "key-policy/no-other-key",
  severity: "warning",
  summary: "The resource of a statement in a key policy must be the key itself.",
  rationale:
    "A key policy applies only to its own key, and `*` means that key. KMS accepts a statement with an alias or the ARN of another key, but the statement has no effect.",
  certainty: "documented",
  sources: ["kms-key-policies"],
  acrossStatements: true,
  messages: {
    another:
      'This policy also contains "{first}". A key policy applies only to its own key, so one of the two has no effect.',
    alias: '"{arn}" is an alias, not the ARN of the key, so the statement has no effect.',
  },
  *check(policy, report) {
    const keys = keyArnsOf(policy).filter(
      ({ value = "", partial }) => !partial && !isPattern(value) && value.startsWith("arn:"),
    );
    const title = message('Replace with "{resource}", which means this key', { resource: "*" });
    let first: string | undefined;
    for (const text of keys) {
      const arn = text.value ?? "";
      const fixes = reviewFix(title, replaceAllOf(text, "*"));
      if (arn.includes(":alias/")) {
        yield report("alias", text.span, { arn }, { fixes });
        continue;
      }
      first ??= arn;
      if (arn !== first) yield report("another", text.span, { first }, { fixes });
    }
  },
});
