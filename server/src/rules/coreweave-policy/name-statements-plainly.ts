import { coreweaveBucketPolicies } from "../../catalog/wandb-sources.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { isUnknown } from "../../model/policy.js";
import { defineRule, safeFix } from "../rule.js";

export const nameStatementsPlainly = defineRule({
  id: "coreweave-policy/name-statements-plainly",
  severity: "warning",
  summary: "A statement's Sid must be of letters and digits, and no other statement's.",
  rationale: "CoreWeave takes only such names, where S3 would take any.",
  certainty: "documented",
  sources: [coreweaveBucketPolicies],
  messages: {
    characters: '"{sid}" holds other characters than letters and digits, which CoreWeave refuses.',
    repeated: '"{sid}" names another statement already, which CoreWeave refuses.',
  },
  *check(policy, report) {
    if (policy.type !== "coreweave-bucket") return;
    const taken = new Set<string>();
    for (const { sid } of policy.statements) {
      const value = sid?.value;
      if (value?.kind !== "string" || isUnknown(value) || value.value === "") continue;
      const name = value.value;
      const plain = name.replace(/[^A-Za-z0-9]/g, "");
      const write = (text: string): ReturnType<typeof safeFix> =>
        safeFix(
          message('Name it "{sid}"', { sid: text }),
          replaceText(value.content, 0, name.length, text),
        );
      if (plain !== name) {
        const fixes = plain === "" || taken.has(plain) ? [] : write(plain);
        yield report("characters", value.span, { sid: name }, { fixes });
      } else if (taken.has(name)) {
        let number = 2;
        while (taken.has(`${name}${String(number)}`)) number++;
        yield report(
          "repeated",
          value.span,
          { sid: name },
          { fixes: write(`${name}${String(number)}`) },
        );
      }
      taken.add(name);
    }
  },
});
