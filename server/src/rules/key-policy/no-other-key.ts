import { kmsKeyPolicies } from "../../catalog/wandb/sources.js";
import { keyArnsOf } from "../../model/wandb/key-access.js";
import { isPattern } from "../../model/policy/pattern.js";
import { replaceAllOf } from "../../model/policy/edits.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const noOtherKey = defineRule({
  id: "key-policy/no-other-key",
  severity: "warning",
  summary: "A statement's resource must be the key that the policy belongs to.",
  rationale:
    'A key policy rules its own key only, which "*" stands for. A statement with another key\'s ARN, or with an ' +
    "alias, is stored without complaint and has no effect.",
  certainty: "documented",
  sources: [kmsKeyPolicies],
  acrossStatements: true,
  messages: {
    another:
      'This policy also has "{first}"; only one of the two is its key, the other has no effect.',
    alias: '"{arn}" is an alias, not this key, so the statement has no effect.',
  },
  *check(policy, report) {
    const keys = keyArnsOf(policy).filter(
      ({ value = "", partial }) => !partial && !isPattern(value) && value.startsWith("arn:"),
    );
    const title = message('Write "{resource}", which means this key', { resource: "*" });
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
