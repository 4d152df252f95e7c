import { allowsHeader, allowsMethod, coversOrigin } from "../../model/cors/match.js";
import { type Cors } from "../../model/cors/cors.js";
import { type CorsRule } from "../../model/cors/rule.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noUnreachableRule = defineRule({
  id: "cors/no-unreachable-rule",
  severity: "info",
  summary: "A rule must not come after a rule that already matches all of its requests.",
  rationale:
    "The first rule that matches a request applies, and the browser sees only what that rule allows and exposes. A rule has no effect if an earlier rule matches all of its requests.",
  certainty: "documented",
  sources: ["s3-how-cors", "azure-cors"],
  messages: {
    shadowed:
      "Rule {number} already applies to every request that this rule matches, so this rule has no effect.",
  },
  *check(cors, report) {
    const candidatesFor = indexOrigins(cors.rules);
    for (const rule of cors.rules) {
      const first = candidatesFor(rule).find(
        (earlier) => earlier.index < rule.index && shadows(cors, earlier, rule),
      );
      if (first === undefined) continue;
      const fixes =
        cors.list === undefined
          ? []
          : safeFix(
              message("Remove the unreachable rule"),
              cors.tree.writer.removeItem(cors.list, rule.node),
            );
      yield report(
        "shadowed",
        rule.head,
        { number: String(first.index + 1) },
        {
          unnecessary: true,
          fixes,
          related: [{ span: first.head, message: message("This rule applies first.") }],
        },
      );
    }
  },
});

/** Finds, in order, the rules that may cover a rule's first origin: most rules differ in theirs. */
function indexOrigins(rules: readonly CorsRule[]): (rule: CorsRule) => readonly CorsRule[] {
  const byOrigin = new Map<string, CorsRule[]>();
  const wild: CorsRule[] = [];
  for (const rule of rules) {
    const origins = new Set(rule.origins?.items.map(({ value }) => value));
    if ([...origins].some((origin) => origin.includes("*"))) wild.push(rule);
    for (const origin of origins) {
      const known = byOrigin.get(origin);
      if (known === undefined) byOrigin.set(origin, [rule]);
      else known.push(rule);
    }
  }
  return ({ origins }) => {
    const same = byOrigin.get(origins?.items[0]?.value ?? "") ?? [];
    return wild.length === 0 ? same : [...wild, ...same].toSorted((a, b) => a.index - b.index);
  };
}

/** Whether the earlier rule matches whatever the later one does. */
function shadows({ storage }: Cors, earlier: CorsRule, later: CorsRule): boolean {
  const { origins, methods, allowedHeaders } = later;
  if (origins === undefined || methods === undefined) return false;
  if (origins.partial || methods.partial || allowedHeaders?.partial === true) return false;
  if (origins.items.length === 0 || methods.items.length === 0) return false;
  const coversOrigins = origins.items.every(({ value }) =>
    earlier.origins?.items.some(
      (item) => !item.partial && coversOrigin(item.value, value, storage),
    ),
  );
  if (!coversOrigins) return false;
  const coversMethods = methods.items.every(
    ({ value }) => allowsMethod(earlier, value, storage) === "yes",
  );
  // Of the three storages only S3 goes on to the next rule when a header is not allowed.
  const coversHeaders =
    storage !== "s3" ||
    (allowedHeaders?.items ?? []).every(
      ({ value }) => allowsHeader(earlier, value, storage) === "yes",
    );
  return coversMethods && coversHeaders;
}
