import { regionKeys, settingKeyOf } from "../catalog/installation/settings-keys.js";
import {
  type AddressContext,
  bareContext,
  type HostFormat,
  readAddress,
} from "../model/address/address.js";
import { type Environment, type Variable } from "../model/installation/environment.js";
import { findPlaceholders } from "../syntax/placeholders.js";
import { type Assignment } from "../syntax/assignment.js";
import { locate, sliceText } from "../text/source-text.js";
import { message, type Message } from "../text/message.js";
import { type Span } from "../text/span.js";
import { type HostContext } from "./host.js";
import { type AnyPart } from "./part.js";
import { isTellingAddress, schemeKindOf } from "./scheme.js";
import { speaksOfWandb } from "./prefilter.js";

/** A text that may hold an address: a setting's value, or a string that stands alone. */
export type Setting = Omit<Assignment, "name"> & { readonly name: Assignment["name"] | undefined };

/** The address in a setting's value, or those in its list. */
export function addressParts(
  setting: Setting,
  host: HostFormat,
  context: HostContext,
): readonly AnyPart[] {
  const found = recognizeAddress(setting, context);
  if (found === undefined) return [];
  const { value, holes } = setting;
  const items = found.isList ? listItems(value.value) : [];
  const { known, reason } = found;
  const { isLiteral, isSecret, hasRegion } = context;
  const facts = { known, reason, isLiteral, isSecret, hasRegion };
  if (items.length < 2) return [addressPart(setting, host, facts)];
  return items.map(({ start, end }) => {
    const item: Setting = {
      ...setting,
      value: sliceText(value, start, end),
      valueSpan: locate(value, start, end),
      holes: holes
        .filter((hole) => hole.start >= start && hole.end <= end)
        .map((hole) => ({ start: hole.start - start, end: hole.end - start })),
    };
    return addressPart(item, host, facts);
  });
}

/** A setting's value as an address, whatever it holds. */
export function addressPart(
  { name, value, valueSpan, quote, holes }: Setting,
  host: HostFormat,
  { reason, ...found }: Partial<AddressContext> & { readonly reason: Message },
): AnyPart {
  const place = { name: name?.value, nameSpan: name?.span, valueSpan, host, quote };
  const where = { ...bareContext, ...place, ...found };
  const model = readAddress(value, where, holes);
  return { kind: "address", dialect: host, span: valueSpan, reason, model, json: undefined };
}

/** The settings of one process, where at least one of them concerns W&B's storage. */
export function environmentPart(
  assignments: readonly Assignment[],
  host: HostFormat,
  span: Span,
  context: HostContext,
): readonly AnyPart[] {
  const telling = assignments.find((assignment) => {
    const key = settingKeyOf(assignment.name.value);
    if (key === undefined || key.certainty === "key") return false;
    if (key.certainty === "own" || key.certainty === "store") return true;
    return recognizeAddress(assignment, context)?.known === true;
  });
  if (telling === undefined) return [];
  const variables = assignments.map(({ name, value, valueSpan }): Variable => ({
    name: name.value,
    nameSpan: name.span,
    value,
    valueSpan,
  }));
  const model: Environment = { variables, host, isSecret: context.isSecret };
  const name = telling.name.value;
  const reason =
    settingKeyOf(name)?.certainty === "store"
      ? message('It sets "{name}", which the storage server reads.', { name })
      : message('It sets "{name}", which the W&B server reads.', { name });
  return [{ kind: "environment", dialect: host, span, reason, model, json: undefined }];
}

/** The context of settings that stand together, among which one may tell whose they are. */
export function groupContext(
  assignments: readonly Assignment[],
  context: HostContext,
): HostContext {
  const isServer = assignments.some(({ name }) => settingKeyOf(name.value)?.certainty === "own");
  const hasRegion = assignments.some(
    ({ name, value }) => regionKeys.includes(name.value) && value.value.trim() !== "",
  );
  return isServer === context.isServer && hasRegion === context.hasRegion
    ? context
    : { ...context, isServer, hasRegion };
}

/** Whether a name is one that tells of the W&B server among a process's variables. */
export function isEnvironmentKey(name: string): boolean {
  const key = settingKeyOf(name);
  if (key === undefined || key.certainty === "key") return false;
  if (key.certainty === "own" || key.certainty === "store") return true;
  return key.role === "address" || key.role === "addresses";
}

interface Recognition {
  readonly known: boolean;
  readonly isList: boolean;
  readonly reason: Message;
}

/**
 * Whether a text is an address to be judged. A file is full of texts that look alike and belong to
 * other programs, so the name decides how little is enough: anything for a name that is W&B's alone,
 * a scheme for a name that others use too, and without a telling name a form that only the W&B server reads.
 */
function recognizeAddress({ name, value }: Setting, context: HostContext): Recognition | undefined {
  const text = value.value;
  if (text.trim() === "" || isAllPlaceholder(text)) return undefined;
  const scheme = schemeKindOf(text);
  if (name !== undefined) {
    const key = settingKeyOf(name.value);
    if (key !== undefined) {
      const { role, certainty } = key;
      // A queue's address has the same schemes as a bucket's and another meaning.
      if (role === "queue") return undefined;
      const enough = {
        own: true,
        store: false,
        common: isCommon(text, scheme, context),
        key: scheme !== undefined && speaksOfWandb(context.documentText),
      };
      if ((role === "address" || role === "addresses") && enough[certainty]) {
        return {
          known: true,
          isList: role === "addresses",
          reason: message('"{name}" is a storage setting of W&B.', { name: name.value }),
        };
      }
    }
    if (context.addressKeys.includes(name.value)) {
      const reason = message('"{name}" is listed as an address key.', { name: name.value });
      return { known: true, isList: true, reason };
    }
  }
  if (!isTellingAddress(text)) return undefined;
  const reason = message("It has the format of a W&B storage address.");
  return { known: false, isList: false, reason };
}

/** `BUCKET` names a bucket in many programs; only the W&B server wants an address there. */
function isCommon(
  text: string,
  scheme: ReturnType<typeof schemeKindOf>,
  { isServer }: HostContext,
): boolean {
  return (
    scheme === "storage" ||
    (scheme === "foreign" && !/^\s*(?:https?|file):/i.test(text)) ||
    isServer
  );
}

/** Whether nothing of a text is known: `${BUCKET}`, `{{ .Values.bucket }}`. */
function isAllPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  const [first] = findPlaceholders(trimmed);
  return first?.span.start === 0 && first.span.end === trimmed.length;
}

/**
 * The items of a list. A comma may also stand within a secret, so only one that an address follows
 * divides.
 */
export function listItems(text: string): readonly Span[] {
  const items: Span[] = [];
  let start = 0;
  for (let comma = text.indexOf(","); comma >= 0; comma = text.indexOf(",", comma + 1)) {
    let next = comma + 1;
    while (next < text.length && /\s/.test(text.charAt(next))) next += 1;
    if (schemeKindOf(text.slice(next, next + 20)) === undefined) continue;
    items.push({ start, end: comma });
    start = next;
  }
  items.push({ start, end: text.length });
  return items.length > 1 ? items.filter(({ start: from, end }) => end > from) : items;
}
