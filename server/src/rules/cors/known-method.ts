import { corsDialects } from "../../catalog/cors/dialects.js";
import { methodsByStorage, wandbMethods } from "../../catalog/cors/facts.js";
import { keepItems, replaceItem } from "../../model/cors/edits.js";
import { type Cors } from "../../model/cors/cors.js";
import { type CorsField, type CorsText } from "../../model/cors/rule.js";
import { nearest } from "../../text/nearest.js";
import { isJoinedMethods } from "../../model/cors/methods.js";
import { formatList } from "../../text/list.js";
import { isForWandb, type Profile } from "../../model/profile.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix, type Fix } from "../rule.js";

export const knownMethod = defineRule({
  id: "cors/known-method",
  severity: "error",
  summary: "Every method must be in uppercase and supported by the storage service.",
  rationale:
    "S3 accepts GET, HEAD, PUT, POST, and DELETE in uppercase, and rejects the entire configuration if it contains any other method. OPTIONS is not needed: S3 responds to the browser's preflight based on the rules. Azure supports a different set of methods.",
  certainty: "documented",
  sources: ["s3-cors-rule", "azure-cors", "gcs-bucket"],
  messages: {
    upperCase: '{reader} accepts "{method}" only in uppercase, so it rejects the configuration.',
    wildcard:
      "{reader} does not accept a wildcard for methods and rejects the configuration. List each method instead.",
    preflight:
      "{reader} does not accept OPTIONS and rejects the configuration. Remove it; preflights work without it.",
    unknown: '{reader} does not accept the method "{method}" and rejects the configuration.',
    unknownMeant:
      '{reader} does not accept the method "{method}" and rejects the configuration. Did you mean "{meant}"?',
    odd: '"{method}" is not an HTTP method that a browser sends to Cloud Storage.',
    oddMeant:
      '"{method}" is not an HTTP method that a browser sends to Cloud Storage. Did you mean "{meant}"?',
  },
  *check(cors, report, profile) {
    const known = methodsByStorage[cors.storage].value;
    const { reader } = corsDialects[cors.dialect];
    for (const { methods } of cors.rules) {
      for (const item of methods?.items ?? []) {
        const { value: method, span, partial } = item;
        if (methods === undefined || partial || known.includes(method)) continue;
        if (method === "" || isJoinedMethods(method)) continue;
        const upper = method.trim().toUpperCase();
        const data = { reader, method };
        if (cors.storage === "gcs") {
          const meant = nearest(upper, alike(upper, known));
          if (meant === undefined) {
            yield report("odd", span, { method }, { severity: "info" });
          } else {
            const fixes = replaceFix(cors, methods, item, meant, fixFor(upper, meant));
            yield report("oddMeant", span, { method, meant }, { severity: "info", fixes });
          }
        } else if (known.includes(upper)) {
          const fixes = replaceFix(cors, methods, item, upper);
          yield report("upperCase", span, data, { fixes });
        } else if (method === "*") {
          yield report(
            "wildcard",
            span,
            { reader },
            { fixes: wildcardFix(cors, methods, profile) },
          );
        } else if (upper === "OPTIONS") {
          yield report("preflight", span, { reader }, { fixes: removeFix(cors, methods, item) });
        } else {
          const meant = nearest(upper, alike(upper, known));
          if (meant === undefined) {
            const fixes = removeFix(cors, methods, item, reviewFix);
            yield report("unknown", span, data, { fixes });
          } else {
            const fixes = replaceFix(cors, methods, item, meant, fixFor(upper, meant));
            yield report("unknownMeant", span, { ...data, meant }, { fixes });
          }
        }
      }
    }
  },
});

function replaceFix(
  cors: Cors,
  field: CorsField,
  item: CorsText,
  meant: string,
  fix = safeFix,
): readonly Fix[] {
  if (field.items.some(({ value }) => value === meant)) return removeFix(cors, field, item, fix);
  const title = message('Replace "{method}" with "{meant}"', { method: item.value, meant });
  return fix(title, replaceItem(item, meant));
}

/** Of a word that merely resembles a method, its author decides. */
function fixFor(method: string, meant: string): typeof safeFix {
  return method === meant ? safeFix : reviewFix;
}

function removeFix(
  cors: Cors,
  { list, items }: CorsField,
  item: CorsText,
  fix = safeFix,
): readonly Fix[] {
  // Without another method the rule would be refused for having none.
  if (list === undefined || items.length < 2) return [];
  const title = message('Remove "{method}"', { method: item.value });
  return fix(title, cors.tree.writer.removeItem(list, item.node));
}

/** All methods that W&B needs are more than another program may be meant to have. */
function wildcardFix(
  cors: Cors,
  { member: { value } }: CorsField,
  profile: Profile,
): readonly Fix[] {
  const methods = wandbMethods.value;
  const title = message('Replace "*" with {methods}', { methods: formatList(methods) });
  const fix = isForWandb(profile) ? safeFix : reviewFix;
  return value === undefined ? [] : fix(title, keepItems(cors, value, methods));
}

/** Of words as short as these any two are alike, so the first letter must be the same. */
function alike(method: string, known: readonly string[]): readonly string[] {
  return known.filter((each) => each.startsWith(method.slice(0, 1)));
}
