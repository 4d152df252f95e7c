import { corsDialects, corsRoles, type CorsRole } from "../../catalog/cors/dialects.js";
import {
  commonRequestHeaders,
  commonResponseHeaders,
  methodsByStorage,
  publishedMaxAge,
} from "../../catalog/cors/facts.js";
import { corsFields } from "../../catalog/cors/fields.js";
import { fieldsOf } from "../../model/cors/edits.js";
import { frontEndOrigins, knownOrigins, wandbRule } from "../../model/cors/needs.js";
import { type Cors } from "../../model/cors/cors.js";
import { type CorsField, type CorsRule } from "../../model/cors/rule.js";
import { type Profile } from "../../model/profile.js";
import { type Plain } from "../../syntax/value.js";
import { formatList } from "../../text/list.js";
import { formatMessage, message, type Message } from "../../text/message.js";
import { extentOf } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";

/** Something that can be written at a place of a CORS configuration. */
export interface CorsCandidate {
  readonly kind: "key" | "value" | "rule";
  readonly label: string;
  /** What takes the place of `span`: a value, or with `key` a member. */
  readonly plain: Plain;
  readonly key?: string;
  /** Whether `span` lies within a string's quotes, so that text goes there without any. */
  readonly quoted: boolean;
  readonly span: Span;
  /** One line beside the label. */
  readonly detail: Message;
  /** Markdown. */
  readonly documentation: Message;
}

/** What can be written at an offset: a rule, a field that a rule lacks, or a value of a field. */
export function corsCompletions(
  cors: Cors,
  offset: number,
  profile: Profile,
): readonly CorsCandidate[] {
  const rule = cors.rules.find(({ node }) => isWithin(node.span, offset));
  if (rule === undefined) {
    const isInList = cors.list !== undefined && isWithin(cors.list.span, offset);
    return isInList ? rulesFor(cors, offset, profile) : [];
  }
  for (const field of fieldsOf(rule)) {
    const item = field.items.find(({ node }) => isWithin(node.span, offset));
    if (item !== undefined) return valuesFor(cors, field, item.span, true, profile);
    const { value } = field.member;
    const isEmpty = value === undefined && offset > field.keySpan.end;
    if (isEmpty || (value !== undefined && isWithin(value.span, offset))) {
      return valuesFor(cors, field, { start: offset, end: offset }, false, profile);
    }
  }
  const typed = rule.node.members.find(({ key }) => isWithin(key.span, offset));
  if (typed !== undefined) {
    const { content, span } = typed.key;
    const first = extentOf(content)?.start ?? span.start + 1;
    const inner = { start: first, end: Math.max(first, first + content.value.length) };
    return keysFor(cors, rule, inner, true, typed.key.value);
  }
  const isInValue = rule.node.members.some(({ span }) => isWithin(span, offset));
  return isInValue ? [] : keysFor(cors, rule, { start: offset, end: offset }, false, undefined);
}

/** W&B's rule, for every origin and for its own where that is known. */
function rulesFor(cors: Cors, offset: number, profile: Profile): readonly CorsCandidate[] {
  const span = { start: offset, end: offset };
  const shared = { kind: "rule", quoted: false, span } as const;
  const documentation = message(
    "The rule from the W&B documentation: it allows `GET`, `HEAD`, and `PUT`, and exposes `ETag` to the page.",
  );
  const own = knownOrigins(profile);
  const every = {
    ...shared,
    label: formatMessage(message("W&B rule")),
    plain: wandbRule(cors),
    detail: message("for any origin, as in the W&B documentation"),
    documentation,
  };
  if (own.length === 0) return [every];
  return [
    {
      ...shared,
      label: formatMessage(message("W&B rule for your origin")),
      plain: wandbRule(cors, own),
      detail: message("for {origins}", { origins: formatList(own) }),
      documentation,
    },
    every,
  ];
}

/** The fields that a rule lacks, with W&B's value for each. */
function keysFor(
  cors: Cors,
  rule: CorsRule,
  span: Span,
  quoted: boolean,
  typed: string | undefined,
): readonly CorsCandidate[] {
  const { keys } = corsDialects[cors.dialect];
  const published = wandbRule(cors);
  const present = rule.node.members.map(({ key }) => key.value).filter((key) => key !== typed);
  const names = [...new Set(corsRoles.flatMap((role) => keys[role] ?? []))];
  return names
    .filter((name) => !present.includes(name))
    .map((name) => {
      const role = corsRoles.find((each) => keys[each] === name) ?? "id";
      return {
        kind: "key",
        label: name,
        key: name,
        plain: published[name] ?? (role === "maxAge" ? publishedMaxAge.value : "wandb"),
        quoted,
        span,
        detail: message("CORS rule field"),
        documentation: { template: corsFields[cors.storage][role]?.description ?? name, data: {} },
      } satisfies CorsCandidate;
    });
}

/** Values that a field may take and does not hold yet. */
function valuesFor(
  cors: Cors,
  field: CorsField,
  span: Span,
  quoted: boolean,
  profile: Profile,
): readonly CorsCandidate[] {
  const present = field.items
    .filter((item) => item.span !== span)
    .map(({ value }) => value.toLowerCase());
  return commonValues(cors, field.role, profile)
    .filter((value) => !present.includes(value.toLowerCase()))
    .map((value) => ({
      kind: "value",
      label: value,
      plain: value,
      quoted,
      span,
      detail: details[field.role],
      documentation: {
        template: corsFields[cors.storage][field.role]?.description ?? value,
        data: {},
      },
    }));
}

const details: Readonly<Record<CorsRole, Message>> = {
  origins: message("origin"),
  methods: message("method"),
  allowedHeaders: message("header"),
  exposedHeaders: message("header"),
  maxAge: message("seconds"),
  id: message("rule ID"),
};

function commonValues(cors: Cors, role: CorsRole, profile: Profile): readonly string[] {
  switch (role) {
    case "origins":
      return [...frontEndOrigins(profile), "*"];
    case "methods":
      return methodsByStorage[cors.storage].value;
    case "allowedHeaders":
      return commonRequestHeaders[cors.storage];
    case "exposedHeaders":
      return commonResponseHeaders[cors.storage];
    case "maxAge":
    case "id":
      return [];
  }
}

/** Whether an offset is between the brackets or quotes of a span. */
function isWithin({ start, end }: Span, offset: number): boolean {
  return start < offset && offset < end;
}
