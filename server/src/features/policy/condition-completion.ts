import {
  conditionOperator,
  conditionOperators,
  operatorSpellings,
} from "../../catalog/policy/condition-operators.js";
import { awsKeys, keys, keyType } from "../../catalog/policy/condition-keys.js";
import { conditionKeyDescriptions } from "../../catalog/policy/condition-key-descriptions.js";
import {
  valueFormsByKey,
  valuesByKey,
  viaServices,
} from "../../catalog/policy/condition-values.js";
import { regions } from "../../catalog/regions.js";
import { serviceDetail, type ConditionKeyDetail } from "../../catalog/service-reference.js";
import { orgIdKey } from "../../catalog/wandb/principals.js";
import { federatedPrincipals } from "../../model/policy/condition-provider.js";
import { familiesFor } from "../../model/policy/condition-type.js";
import { matches } from "../../model/policy/pattern.js";
import { splitOperator, type Policy, type Statement } from "../../model/policy/policy.js";
import { formatMessage, message } from "../../text/message.js";
import { operatorNotes } from "./condition.js";

/** Something that can be written at a place of a condition. */
export interface ConditionOption {
  readonly text: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** Every operator: the plain ones first, then those with `IfExists` and with a set qualifier. */
export function operatorOptions(): readonly ConditionOption[] {
  const plain = new Set(conditionOperators.map(({ name }) => name));
  const others = operatorSpellings().filter((text) => !plain.has(text));
  return [...plain, ...others].map((text) => {
    const { name, qualifier, ifExists } = splitOperator(text);
    const known = conditionOperator(name);
    const notes = operatorNotes(qualifier, ifExists).map((note) => formatMessage(note));
    return {
      text,
      ...(known === undefined ? {} : { detail: known.family }),
      documentation: [known?.summary ?? "", ...notes].join(" "),
    };
  });
}

/**
 * The keys that requests for the statement's actions carry, then the global ones, of the operator's
 * type as far as that is known.
 */
export function keyOptions(
  policy: Policy,
  statement: Statement | undefined,
  operator: string | undefined,
): readonly ConditionOption[] {
  const details = new Map<string, ConditionOption>();
  const add = (text: string, detail?: string, documentation?: string): void => {
    if (details.has(text.toLowerCase()) || !fits(text, operator)) return;
    details.set(text.toLowerCase(), {
      text,
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined || documentation === "" ? {} : { documentation }),
    });
  };
  if (policy.type.startsWith("coreweave")) add(orgIdKey, "W&B", descriptionOf(orgIdKey));
  for (const host of hostsOf(statement)) {
    for (const claim of ["aud", "sub"]) add(`${host}:${claim}`, "String");
  }
  for (const { key, type, description } of supportedKeys(policy, statement)) {
    add(nameable(key), type, description);
  }
  if (!policy.type.startsWith("coreweave") && policy.type !== "minio") {
    for (const key of awsKeys()) add(nameable(key), keyType(key)?.type, descriptionOf(key));
  }
  return [...details.values()];
}

/** The values that a key can have, or the form that they have. */
export function valueOptions(
  policy: Policy,
  key: string,
  operator: string | undefined,
): readonly ConditionOption[] {
  const lower = key.toLowerCase();
  const family =
    operator === undefined ? undefined : conditionOperator(splitOperator(operator).name)?.family;
  if (family === "null") {
    return [
      { text: "true", detail: formatMessage(message("the request does not include the key")) },
      { text: "false", detail: formatMessage(message("the request includes the key")) },
    ];
  }
  if (family === "boolean" || keyType(key)?.type === "Bool") {
    return [{ text: "true" }, { text: "false" }];
  }
  if (lower === keys.viaService.toLowerCase()) {
    const used = policy.type === "key" ? viaServices : viaServices.slice(0, 1);
    return used.flatMap((service) =>
      regions.map((region) => ({ text: `${service}.${region}.amazonaws.com` })),
    );
  }
  const known = valuesByKey.get(lower);
  if (known !== undefined) return known.value.map((text) => ({ text }));
  return (valueFormsByKey.get(lower) ?? []).map((text) => ({
    text,
    detail: formatMessage(message("example")),
  }));
}

/** The issuers of the OpenID Connect providers that a statement names. */
function hostsOf(statement: Statement | undefined): readonly string[] {
  if (statement === undefined) return [];
  return federatedPrincipals(statement).flatMap(({ provider }) =>
    provider?.kind === "oidc" ? [provider.host] : [],
  );
}

/** The keys of all actions that the statement names or matches; of a whole service where it names none. */
function supportedKeys(
  policy: Policy,
  statement: Statement | undefined,
): readonly ConditionKeyDetail[] {
  const written = statement?.action?.items.flatMap(({ value }) => value ?? []) ?? [];
  const service = policy.type === "key" ? "kms" : policy.type === "trust" ? "sts" : "s3";
  const patterns = written.length > 0 ? written : [`${service}:*`];
  const found = new Map<string, ConditionKeyDetail>();
  for (const pattern of patterns) {
    const colon = pattern.indexOf(":");
    const detail = serviceDetail(pattern === "*" ? service : pattern.slice(0, Math.max(colon, 0)));
    const name = pattern === "*" ? "*" : pattern.slice(colon + 1);
    for (const action of detail?.actions.values() ?? []) {
      if (!matches(name, action.name, { ignoreCase: true })) continue;
      for (const each of [action, ...action.resourceTypes].flatMap(
        ({ conditionKeys }) => conditionKeys,
      )) {
        found.set(each.key, each);
      }
    }
  }
  return [...found.values()];
}

/** Whether an operator can compare a key, as far as the types of both are known. */
function fits(key: string, operator: string | undefined): boolean {
  if (operator === undefined) return true;
  const { name, qualifier } = splitOperator(operator);
  const known = conditionOperator(name);
  const type = keyType(key);
  if (known === undefined || type === undefined || known.family === "null") return true;
  return familiesFor(type).includes(known.family) && type.multivalued === (qualifier !== undefined);
}

/** A key with a name of the user's own, up to where that name begins. */
function nameable(key: string): string {
  const slash = key.indexOf("/");
  if (slash >= 0) return key.slice(0, slash + 1);
  const placeholder = key.indexOf("${");
  return placeholder < 0 ? key : key.slice(0, placeholder);
}

function descriptionOf(key: string): string | undefined {
  return conditionKeyDescriptions.get(key.toLowerCase());
}
