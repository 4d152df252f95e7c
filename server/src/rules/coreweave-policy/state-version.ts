import { coreweaveBucketPolicies } from "../../catalog/wandb-sources.js";
import { isUnknown } from "../../model/policy.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, safeFix } from "../rule.js";

const current = "2012-10-17";

export const stateVersion = defineRule({
  id: "coreweave-policy/state-version",
  severity: "error",
  summary: 'The policy must state the version "2012-10-17".',
  rationale: "CoreWeave demands the version, and calls any other a legacy one.",
  certainty: "documented",
  sources: [coreweaveBucketPolicies],
  messages: {
    absent: 'CoreWeave demands "Version": "{version}", which is missing here.',
    other: 'CoreWeave\'s policies have the version "{version}", not "{found}".',
  },
  *check(policy, report) {
    if (policy.type !== "coreweave-bucket" || policy.root === undefined) return;
    const title = message('State the version "{version}"', { version: current });
    const { version } = policy;
    if (version === undefined) {
      const edit = policy.tree.writer.insertMembers(policy.root, { Version: current });
      yield report("absent", policy.head, { version: current }, { fixes: safeFix(title, edit) });
      return;
    }
    const { value } = version;
    if (value?.kind !== "string" || isUnknown(value) || value.value === current) return;
    const edit = replaceText(value.content, 0, value.value.length, current);
    const data = { version: current, found: value.value };
    yield report("other", value.span, data, { fixes: safeFix(title, edit) });
  },
});
