import { corsDialects, type CorsRole } from "../../catalog/cors/dialects.js";
import { publishedMaxAge, wandbMethods } from "../../catalog/cors/facts.js";
import { addItems, fieldOf } from "../../model/cors/edits.js";
import { foreignStorage, keyOf } from "../../model/cors/keys.js";
import { knownOrigins, wandbTargets } from "../../model/cors/needs.js";
import { type Cors } from "../../model/cors/cors.js";
import { type CorsRule } from "../../model/cors/rule.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { defineRule, reviewFix, safeFix, type Fix } from "../rule.js";

export const requireFields = defineRule({
  id: "cors/require-fields",
  severity: "error",
  summary: "Every rule must have at least one origin and one method; Azure requires every field.",
  rationale:
    "S3 rejects a configuration if a rule has no origin or no method. In Cloud Storage, such a rule does not match any request. Azure's API accepts a rule only if all five fields are present; the header lists can be empty.",
  certainty: "documented",
  sources: ["s3-cors-rule", "gcs-bucket", "azure-cors"],
  messages: {
    refused: '"{key}" is missing, so {reader} rejects the rule.',
    unmatched:
      '"{key}" is missing, so the rule does not match any request, and the browser blocks all of them.',
    empty: '"{key}" is empty, so the rule does not match any request.',
  },
  *check(cors, report, profile) {
    const { readerWithin: reader, storage } = corsDialects[cors.dialect];
    const targets = wandbTargets(cors, profile).map(({ rule }) => rule);
    for (const rule of cors.rules) {
      if (rule.open || foreignStorage(cors, rule) !== undefined) continue;
      for (const role of ["origins", "methods"] as const) {
        const field = fieldOf(rule, role);
        const key = field?.member.key.value ?? keyOf(cors, role);
        const isText = field?.member.value === undefined || field.member.value.kind === "array";
        if (field !== undefined && (field.partial || field.items.length > 0 || !isText)) continue;
        if (field !== undefined && field.strays.length > 0) continue;
        const span: Span = field?.keySpan ?? rule.head;
        const fixes =
          role === "origins"
            ? originFixes(cors, rule, knownOrigins(profile))
            : methodFixes(cors, rule, targets.includes(rule));
        if (field !== undefined) yield report("empty", span, { key }, { fixes });
        else if (storage === "gcs") yield report("unmatched", span, { key }, { fixes });
        else yield report("refused", span, { key, reader }, { fixes });
      }
      if (storage !== "azure" || cors.dialect === "azure-cli") continue;
      for (const role of ["allowedHeaders", "exposedHeaders", "maxAge"] as const) {
        // What W&B needs in them is asked of its own rule by other rules.
        if (rule[role] !== undefined || (role !== "maxAge" && targets.includes(rule))) continue;
        const key = keyOf(cors, role);
        const edit = cors.tree.writer.insertMembers(rule.node, {
          [key]: role === "maxAge" ? publishedMaxAge.value : [],
        });
        const fixes = safeFix(message('Add "{key}"', { key }), edit);
        yield report("refused", rule.head, { key, reader }, { fixes });
      }
    }
  },
});

function originFixes(cors: Cors, rule: CorsRule, known: readonly string[]): readonly Fix[] {
  const named = known.map((origin) => message('Allow "{origin}"', { origin }));
  const every = message('Allow any origin ("*"), as in the W&B documentation');
  return [
    ...named.flatMap((title, index) =>
      reviewFix(title, addItems(cors, rule, "origins", known.slice(index, index + 1))),
    ),
    ...reviewFix(every, addItems(cors, rule, "origins", ["*"])),
  ];
}

function methodFixes(cors: Cors, rule: CorsRule, isTarget: boolean): readonly Fix[] {
  const role: CorsRole = "methods";
  const methods = wandbMethods.value;
  const title = message("Allow {methods}", { methods: formatList(methods) });
  const edit = addItems(cors, rule, role, methods);
  return isTarget ? safeFix(title, edit) : reviewFix(title, edit);
}
