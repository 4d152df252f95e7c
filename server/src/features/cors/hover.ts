import { sources } from "../../catalog/sources.js";
import { corsDialects, type CorsRole } from "../../catalog/cors/dialects.js";
import { corsFields } from "../../catalog/cors/fields.js";
import {
  mostBytes,
  mostRules,
  wandbExposedHeader,
  wandbMethods,
} from "../../catalog/cors/facts.js";
import { fieldsOf } from "../../model/cors/edits.js";
import { frontEndOrigins } from "../../model/cors/needs.js";
import { answer, preflight } from "../../model/cors/preflight.js";
import { type Cors } from "../../model/cors/cors.js";
import { type CorsField, type CorsRule, type CorsText } from "../../model/cors/rule.js";
import { type Profile } from "../../model/profile.js";
import { formatList } from "../../text/list.js";
import {
  formatMessage,
  message,
  type Message,
  type Say,
  type Translate,
  untranslated,
} from "../../text/message.js";
import { type Located, type Span } from "../../text/span.js";
import { cite } from "../markdown.js";

/** What stands at an offset of a CORS configuration and what W&B needs of it, as Markdown. */
export function corsHover(
  cors: Cors,
  offset: number,
  profile: Profile,
  translate: Translate = untranslated,
): Located<string> | undefined {
  const say = (text: Message): string => formatMessage(text, translate);
  const { listMember } = cors;
  if (listMember !== undefined && holds(listMember.key.span, offset)) {
    return { span: listMember.key.span, value: aboutList(cors, profile, say) };
  }
  for (const rule of cors.rules) {
    if (!holds(rule.node.span, offset)) continue;
    return (
      hoverInRule(cors, rule, offset, profile, say) ??
      (holds(rule.head, offset)
        ? { span: rule.head, value: aboutRule(cors, rule, profile, say) }
        : undefined)
    );
  }
  return holds(cors.head, offset)
    ? { span: cors.head, value: aboutList(cors, profile, say) }
    : undefined;
}

function hoverInRule(
  cors: Cors,
  rule: CorsRule,
  offset: number,
  profile: Profile,
  say: Say,
): Located<string> | undefined {
  for (const field of fieldsOf(rule)) {
    if (holds(field.keySpan, offset)) {
      return { span: field.keySpan, value: aboutField(cors, rule, field.role, say) };
    }
    const item = field.items.find(({ node }) => holds(node.span, offset));
    if (item !== undefined) {
      return { span: item.node.span, value: aboutItem(cors, rule, field, item, profile, say) };
    }
  }
  const { maxAge, id } = rule;
  if (maxAge !== undefined && holds(maxAge.keySpan, offset)) {
    return { span: maxAge.keySpan, value: aboutField(cors, rule, "maxAge", say) };
  }
  if (id !== undefined && holds(id.key.span, offset)) {
    return { span: id.key.span, value: aboutField(cors, rule, "id", say) };
  }
  for (const { member, meant } of rule.unknown) {
    if (!holds(member.key.span, offset)) continue;
    const data = { reader: corsDialects[cors.dialect].reader, key: member.key.value };
    const text =
      meant === undefined
        ? message('{reader} does not recognize the field "{key}".', data)
        : message('{reader} does not recognize the field "{key}". Did you mean "{meant}"?', {
            ...data,
            meant,
          });
    return { span: member.key.span, value: say(text) };
  }
  return undefined;
}

function aboutField(cors: Cors, rule: CorsRule, role: CorsRole, say: Say): string {
  const { keys, reader } = corsDialects[cors.dialect];
  const fact = corsFields[cors.storage][role];
  const name = keys[role] ?? role;
  const isMisspelled = rule.unknown.some((unknown) => unknown.role === role);
  const note = isMisspelled
    ? [say(message("{reader} reads this field only if it is named `{name}`.", { reader, name }))]
    : [];
  return [
    `**\`${name}\`**`,
    ...(fact === undefined ? [] : [say({ template: fact.description, data: {} })]),
    ...note,
    ...(fact === undefined ? [] : [cite(fact.source)]),
  ].join("\n\n");
}

function aboutItem(
  cors: Cors,
  rule: CorsRule,
  field: CorsField,
  item: CorsText,
  profile: Profile,
  say: Say,
): string {
  const value = item.value;
  switch (field.role) {
    case "methods": {
      const needs: readonly string[] = wandbMethods.value;
      const text = needs.includes(value)
        ? message("The W&B front end needs `{value}` for this bucket.", { value })
        : message("W&B does not need `{value}`.", { value });
      return [say(text), cite(sources["wandb-byob"])].join("\n\n");
    }
    case "origins": {
      const [origin = ""] = frontEndOrigins(profile);
      const isCovered = preflight(cors, origin).requests.some(({ rule: by }) => by === rule.index);
      const text =
        value === "*"
          ? message(
              "Allows pages on any site. The W&B documentation uses this value; every request still needs a presigned URL.",
            )
          : isCovered
            ? message("This rule applies to W&B's requests from `{origin}`.", { origin })
            : message("Allows only pages with exactly this origin.");
      return [say(text), cite(sources["wandb-cors-origins"])].join("\n\n");
    }
    case "allowedHeaders":
    case "exposedHeaders": {
      const isEtag = value.toLowerCase() === wandbExposedHeader.value.toLowerCase();
      const text = isEtag
        ? message(
            "The page reads the `ETag` of each uploaded part and sends it back to finish the upload.",
          )
        : value === "*"
          ? message("Any header.")
          : message("Header names are case-insensitive.");
      return [say(text), cite(sources["fetch-cors"])].join("\n\n");
    }
    case "maxAge":
    case "id":
      return "";
  }
}

/** Which of W&B's requests a rule answers. */
function aboutRule(cors: Cors, rule: CorsRule, profile: Profile, say: Say): string {
  const lines = frontEndOrigins(profile).map((origin) => {
    const served = preflight(cors, origin).requests.filter(({ rule: by }) => by === rule.index);
    const methods = formatList(served.map(({ method }) => method));
    return methods === ""
      ? say(message("- This rule does not apply to any request from `{origin}`.", { origin }))
      : say(message("- This rule applies to {methods} from `{origin}`.", { methods, origin }));
  });
  const own = (rule.origins?.items ?? []).filter(({ value, partial }) => !partial && value !== "*");
  for (const { value: origin } of own.slice(0, 5)) {
    if (frontEndOrigins(profile).includes(origin) || origin.includes("*")) continue;
    const methods = wandbMethods.value.filter(
      (method) => answer(cors, { origin, method, headers: [] }).rule === rule.index,
    );
    const data = { methods: formatList(methods), origin };
    if (methods.length > 0)
      lines.push(say(message("- This rule applies to {methods} from `{origin}`.", data)));
  }
  const number = String(rule.index + 1);
  return [
    `**${say(message("Rule {number}", { number }))}**`,
    lines.join("\n"),
    say(message("The first rule that matches a request applies.")),
    cite(cors.storage === "azure" ? sources["azure-cors"] : sources["s3-how-cors"]),
  ].join("\n\n");
}

function aboutList(cors: Cors, profile: Profile, say: Say): string {
  const { storage } = cors;
  const { tool, source } = corsDialects[cors.dialect];
  const rules = mostRules[storage];
  const bytes = mostBytes[storage];
  const limits =
    rules === undefined || bytes === undefined
      ? []
      : [
          say(
            message(
              "The limits are {rules} rules and {bytes} bytes; this configuration has {count} rules.",
              {
                rules: String(rules.value),
                bytes: String(bytes.value),
                count: String(cors.rules.length),
              },
            ),
          ),
        ];
  const verdicts = frontEndOrigins(profile).map((origin) => {
    const { requests } = preflight(cors, origin);
    const marks = requests.map(({ method, allowed }) => `${method} ${allowed ? "✓" : "✗"}`);
    return say(message("From `{origin}`: {marks}", { origin, marks: marks.join(" ") }));
  });
  return [
    say(message("**CORS rules** (read by: {tool})", { tool })),
    ...limits,
    ...verdicts,
    cite(source),
  ].join("\n\n");
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
