import { corsDialects } from "../../catalog/cors/dialects.js";
import { message, type Message } from "../../text/message.js";
import { type Cors } from "./cors.js";
import { isForeignExposure } from "./keys.js";
import { type CorsField, type CorsRule } from "./rule.js";

/** A rule without any dialect. */
export interface NeutralRule {
  readonly id: string | undefined;
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly maxAge: number | undefined;
}

/** What a document says, for writing it in another dialect. */
export interface NeutralCors {
  readonly rules: readonly NeutralRule[];
  /** Texts that hold an interpolation of their host, which only that host can fill in. */
  readonly interpolated: readonly string[];
  /** What the document holds and this does not. */
  readonly lost: readonly Message[];
}

/** Takes a configuration out of its dialect. Misspelled fields count as their writer means them. */
export function neutralCors(cors: Cors): NeutralCors {
  const lost: Message[] = [];
  const interpolated = new Set<string>();
  if (cors.partial) lost.push(message("Rules that are computed elsewhere are omitted."));
  const rules = cors.rules.map((rule) => neutralRule(cors, rule, lost, interpolated));
  return { rules, interpolated: [...interpolated], lost };
}

function neutralRule(
  cors: Cors,
  rule: CorsRule,
  lost: Message[],
  interpolated: Set<string>,
): NeutralRule {
  const number = String(rule.index + 1);
  const textsOf = (field: CorsField | undefined): readonly string[] => {
    if (field === undefined) return [];
    for (const { node, value } of field.items) {
      if (node.kind === "string" && node.holes.length > 0) interpolated.add(value);
    }
    if (isIncomplete(field)) {
      const key = field.member.key.value;
      const data = { key, number };
      lost.push(message('The computed values of "{key}" in rule {number} are omitted.', data));
    }
    return field.items.flatMap(({ value }) =>
      value.includes(",") ? value.split(",").map((part) => part.trim()) : [value],
    );
  };
  const exposed: string[] = [];
  for (const unknown of rule.unknown) {
    const { member, role } = unknown;
    const data = { key: member.key.value, number };
    if (isForeignExposure(cors, unknown)) {
      const items = member.value?.kind === "array" ? member.value.items : [];
      exposed.push(...items.flatMap((item) => (item.kind === "string" ? [item.value] : [])));
      lost.push(
        message(
          'Cloud Storage ignores "{key}" in rule {number}, but the result includes its headers.',
          data,
        ),
      );
    } else if (role === undefined || corsDialects[cors.dialect].keys[role] === undefined) {
      lost.push(message('The field "{key}" in rule {number} is omitted.', data));
    }
  }
  const id = rule.id?.value;
  const headers = textsOf(rule.allowedHeaders);
  const isShared = rule.exposedHeaders === rule.allowedHeaders;
  const { maxAge } = rule;
  if (maxAge !== undefined && maxAge.seconds === undefined) {
    const data = { key: maxAge.member.key.value, number };
    lost.push(message('"{key}" in rule {number} is not a number, so it is omitted.', data));
  }
  return {
    id: id?.kind === "string" ? id.value : undefined,
    origins: textsOf(rule.origins),
    methods: textsOf(rule.methods),
    allowedHeaders: headers,
    exposedHeaders: unique([...(isShared ? headers : textsOf(rule.exposedHeaders)), ...exposed]),
    maxAge: maxAge?.seconds,
  };
}

function isIncomplete({ computed, strays }: CorsField): boolean {
  return computed || strays.length > 0;
}

export function unique(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
