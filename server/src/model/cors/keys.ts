import {
  corsDialects,
  corsKeys,
  corsRoleOfKey,
  type CorsDialect,
  type CorsRole,
  type CorsStorage,
} from "../../catalog/cors/dialects.js";
import { type Edit } from "../../text/span.js";
import { type Cors } from "./cors.js";
import { type CorsRule, type CorsUnknownKey } from "./rule.js";

/** The dialects whose names tell another storage, in the order in which they are tried. */
const telling: readonly CorsDialect[] = ["s3", "cloudformation", "gcs", "azure"];

/**
 * The storage whose names a rule uses throughout, when it is not the one that reads it. Its reader
 * sees an empty rule.
 */
export function foreignStorage(
  { dialect, storage }: Cors,
  rule: CorsRule,
): CorsStorage | undefined {
  const own = rule.node.members.length - rule.unknown.length;
  if (own > 0 || rule.unknown.length < 2) return undefined;
  const names = rule.unknown.map(({ member }) => member.key.value);
  return telling
    .filter((other) => corsDialects[other].storage !== storage && other !== dialect)
    .map((other) => ({
      other,
      known: names.filter((name) => corsKeys(other).includes(name)).length,
    }))
    .filter(({ known }) => known * 2 > names.length)
    .map(({ other }) => corsDialects[other].storage)
    .at(0);
}

/** Whether an unknown name is another dialect's list of exposed headers, which Google's lacks. */
export function isForeignExposure({ storage }: Cors, { role }: CorsUnknownKey): boolean {
  return storage === "gcs" && role === "exposedHeaders";
}

/** Gives every field of a rule its dialect's name. Two header lists become one where Google reads them. */
export function renameEdits(cors: Cors, rule: CorsRule): readonly (Edit | undefined)[] {
  const { writer } = cors.tree;
  const { keys } = corsDialects[cors.dialect];
  const taken = new Set<string>();
  const edits: (Edit | undefined)[] = [];
  for (const { member, role } of rule.unknown) {
    const key = role && keys[role];
    if (key === undefined) continue;
    if (!taken.has(key)) {
      taken.add(key);
      edits.push(writer.renameKey(member, key));
      continue;
    }
    const first = rule.unknown.find((other) => other.role && keys[other.role] === key);
    const items = member.value?.kind === "array" ? member.value.items : [];
    const texts = items.flatMap((item) => (item.kind === "string" ? [item.value] : []));
    if (first?.member.value?.kind === "array" && texts.length > 0) {
      edits.push(writer.appendItems(first.member.value, texts));
    }
    edits.push(writer.removeMember(rule.node, member));
  }
  return edits;
}

/** The name of a field in a dialect, for messages; the role itself where it has none. */
export function keyOf({ dialect }: Cors, role: CorsRole): string {
  return corsDialects[dialect].keys[role] ?? role;
}

export function isOwnKey({ dialect }: Cors, name: string): boolean {
  return corsRoleOfKey(dialect, name) !== undefined;
}
