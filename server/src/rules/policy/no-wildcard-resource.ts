import { actionNames } from "../../model/policy/action-match.js";
import { isEffectivelyStar } from "../../model/policy/open-grant.js";
import { resourceNames } from "../../model/policy/resource.js";
import { defineRule } from "../rule.js";

export const noWildcardResource = defineRule({
  id: "policy/no-wildcard-resource",
  policyTypes: ["bucket", "identity"],
  severity: "hint",
  summary: "An Allow statement must list the resources that it applies to.",
  rationale:
    "A lone wildcard also allows access to every other bucket or key, including those that are created later.",
  certainty: "documented",
  sources: ["iam-element-resource", "parliament-config"],
  messages: {
    star: '"*" matches every resource, but "{action}" can be limited to specific resources.',
    effectively: '"{resource}" matches every resource of its type, just like "*".',
  },
  *check({ type, statements }, report) {
    // In a key's policy "*" is the key itself; elsewhere it is refused, which another rule says.
    for (const { allows, condition, action, resource } of statements) {
      if (allows !== true || condition !== undefined || action === undefined) continue;
      const limited = actionNames(action).filter(
        ({ action: { meant, name } }) =>
          name !== "*" && meant.length > 0 && meant.every((each) => each.resourceTypes.length > 0),
      );
      for (const name of resourceNames(resource)) {
        if (isEffectivelyStar(name) && name.arn?.resource.value !== "/*") {
          const equivalents = ["parliament:RESOURCE_EFFECTIVELY_STAR"];
          yield report("effectively", name.text.span, { resource: name.value }, { equivalents });
        } else if (name.value === "*" && type === "identity" && !action.unknown) {
          const [first] = limited;
          // An action that has no resources needs the wildcard.
          if (first === undefined || limited.length < action.items.length) continue;
          const equivalents = ["parliament:RESOURCE_STAR"];
          yield report("star", name.text.span, { action: first.action.value }, { equivalents });
        }
      }
    }
  },
});
