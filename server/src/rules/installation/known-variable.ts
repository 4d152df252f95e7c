import { settingKeyOf, settingKeys } from "../../catalog/installation/settings-keys.js";
import { type Variable } from "../../model/installation/environment.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix } from "../rule.js";

const ownPrefix = "GORILLA_";
const ownNames: readonly string[] = settingKeys
  .map(({ name }) => name)
  .filter((name) => name.startsWith(ownPrefix));

export const knownVariable = defineRule({
  id: "installation/known-variable",
  severity: "warning",
  summary: "A storage setting must have the name that the server reads.",
  rationale: "The server silently ignores variables with other names.",
  certainty: "documented",
  sources: ["wandb-byob", "wandb-environment-variables"],
  messages: {
    other: 'The server does not read "{name}", so it has no effect. Did you mean "{known}"?',
  },
  *check({ variables }, report) {
    for (const variable of variables) {
      const known = meantBy(variable);
      if (known === undefined) continue;
      const data = { name: variable.name, known };
      const fixes = reviewFix(message('Rename to "{known}"', { known }), {
        span: variable.nameSpan,
        newText: known,
      });
      yield report("other", variable.nameSpan, data, { fixes });
    }
  },
});

/** The name of which a variable's is a known mistake, or a slip where the value is an address. */
function meantBy({ name, value }: Variable): string | undefined {
  const key = settingKeyOf(name);
  if (key !== undefined) return key.meant;
  const holdsAddress = /^\s*(?:s3|cw|gs|az):\/\//.test(value.value);
  return name.startsWith(ownPrefix) && holdsAddress ? nearest(name, ownNames) : undefined;
}
