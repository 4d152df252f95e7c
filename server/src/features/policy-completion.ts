import { policyElements } from "../catalog/policy-elements.js";
import {
  effects,
  policyElementNames,
  policyVersions,
  principalKeys,
  coreweavePrincipalKey,
  statementElementNames,
} from "../catalog/policy-grammar.js";
import { serviceDetail } from "../catalog/service-reference.js";
import { bucketPermissions, keyPermissions } from "../catalog/wandb-permissions.js";
import {
  awsPrincipals,
  coreweavePrincipals,
  deploymentNames,
} from "../catalog/wandb-principals.js";
import { type Policy, type Statement } from "../model/policy.js";
import { placeAt, type Place } from "../syntax/place.js";
import { type ObjectValue, type StringValue, type Value } from "../syntax/value.js";
import { locate } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { type Candidate } from "./candidate.js";
import {
  keyOptions as conditionKeyOptions,
  operatorOptions,
  valueOptions as conditionValueOptions,
} from "./policy-condition-completion.js";

/** A value of a list, before it is known how the place writes it. */
interface Option {
  readonly text: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** What can be written at an offset of a policy. */
export function policyCompletions(policy: Policy, offset: number): readonly Candidate[] {
  if (policy.root === undefined) return [];
  const place = placeAt(policy.root, offset);
  if (place === undefined) return [];
  const names = place.path.filter((step) => typeof step === "string");
  const innermost = place.values.at(-1);
  const object = place.values.findLast((value) => value.kind === "object");
  if (place.key !== undefined && object?.kind === "object") {
    const typed = place.key.key;
    const options = keyOptions(policy, names.slice(0, -1), object, place).filter(
      ({ text }) => text === typed.value || !hasKey(object, text),
    );
    return options.map((option) => keyCandidate(option, typed));
  }
  if (place.missing !== undefined) {
    const span = { start: offset, end: offset };
    const element = [...names, place.missing.key.value];
    return valueOptions(policy, element, offset).map((option) => bareCandidate(option, span));
  }
  if (innermost?.kind === "object") {
    const span = { start: offset, end: offset };
    return keyOptions(policy, names, innermost, place)
      .filter(({ text }) => !hasKey(innermost, text))
      .map((option) => bareKeyCandidate(option, span));
  }
  if (innermost?.kind === "array") {
    const span = { start: offset, end: offset };
    return valueOptions(policy, names, offset)
      .filter(({ text }) => !hasItem(innermost, text))
      .map((option) => bareCandidate(option, span));
  }
  if (innermost?.kind === "string") {
    return valueOptions(policy, names, offset).map((option) => quotedCandidate(option, innermost));
  }
  return [];
}

/** The keys that an object at this path can have. */
function keyOptions(
  policy: Policy,
  names: readonly string[],
  object: ObjectValue,
  place: Place,
): readonly Option[] {
  const [first, second, third] = names;
  if (first === undefined) return elementOptions(policyElementNames);
  if (first !== "Statement") return [];
  if (second === undefined) return elementOptions(statementElementNames);
  if (second === "Principal" || second === "NotPrincipal") {
    const isCoreweave = policy.type.startsWith("coreweave");
    return elementOptions(isCoreweave ? [coreweavePrincipalKey, "AWS"] : principalKeys);
  }
  if (second !== "Condition") return [];
  const statement = statementOf(policy, place) ?? statementOfObject(policy, object);
  return third === undefined ? operatorOptions() : conditionKeyOptions(policy, statement, third);
}

function elementOptions(names: readonly string[]): readonly Option[] {
  return names.map((text) => {
    const fact = policyElements[text];
    return fact === undefined ? { text } : { text, documentation: fact.text };
  });
}

/** The values that an element at this path can have. */
function valueOptions(policy: Policy, names: readonly string[], offset: number): readonly Option[] {
  const [first, second, third, fourth] = names;
  if (first === "Version") return policyVersions.map((text) => ({ text }));
  if (first !== "Statement") return [];
  switch (second) {
    case "Effect":
      return effects.map((text) => ({ text }));
    case "Action":
    case "NotAction":
      return actionOptions(policy);
    case "Principal":
    case "NotPrincipal":
      return third === undefined ? [{ text: "*" }] : principalOptions(third);
    case "Resource":
    case "NotResource":
      return resourceOptions(policy, offset);
    case "Condition":
      return fourth === undefined ? [] : conditionValueOptions(policy, fourth, third);
    default:
      return [];
  }
}

/** What W&B needs first, then every action that such a policy may name. */
function actionOptions(policy: Policy): readonly Option[] {
  const isKey = policy.type === "key";
  const needed = isKey ? keyPermissions : bucketPermissions;
  const first = needed.map(({ action, without }) => ({
    text: action,
    detail: "needed by W&B",
    ...(without === undefined ? {} : { documentation: without }),
  }));
  const services = isKey ? ["kms"] : policy.type === "trust" ? ["sts"] : ["s3"];
  const more = policy.type === "identity" ? ["s3", "kms", "sts", "iam"] : services;
  const all = more.flatMap((service) =>
    [...(serviceDetail(service)?.actions.values() ?? [])].map((detail) => ({
      text: `${service}:${detail.name}`,
      detail: detail.accessLevel,
      documentation: detail.description,
    })),
  );
  return [...first, ...all.filter(({ text }) => !first.some((other) => other.text === text))];
}

function principalOptions(key: string): readonly Option[] {
  const known = key === coreweavePrincipalKey ? coreweavePrincipals : awsPrincipals;
  if (key !== coreweavePrincipalKey && key !== "AWS") return [];
  return known.map(({ arn, deployments }) => ({
    text: arn,
    detail: `W&B ${deployments.map((deployment) => deploymentNames[deployment]).join(", ")}`,
  }));
}

/** The bucket's two ARNs, with the name that the policy uses elsewhere. */
function resourceOptions(policy: Policy, offset: number): readonly Option[] {
  if (policy.type === "key") return [{ text: "*", detail: "this key" }];
  if (policy.type === "trust") return [];
  const known = policy.statements
    .flatMap(({ resource }) => resource?.items ?? [])
    .filter(({ span }) => offset < span.start || span.end < offset)
    .map(({ value }) => /^arn:[\w-]+:s3:::(?<bucket>[^/*?]+)/.exec(value ?? "")?.groups?.["bucket"])
    .find((bucket) => bucket !== undefined);
  const bucket = known ?? "<bucket_name>";
  return [
    { text: `arn:aws:s3:::${bucket}`, detail: "the bucket" },
    { text: `arn:aws:s3:::${bucket}/*`, detail: "its objects" },
  ];
}

function statementOf({ statements }: Policy, { values }: Place): Statement | undefined {
  return statements.find(({ node }) => values.includes(node));
}

function statementOfObject({ statements }: Policy, { span }: ObjectValue): Statement | undefined {
  return statements.find(({ node }) => node.span.start <= span.start && span.end <= node.span.end);
}

function hasKey({ members }: ObjectValue, name: string): boolean {
  return members.some(({ key }) => key.value === name);
}

function hasItem(array: Value, text: string): boolean {
  return (
    array.kind === "array" &&
    array.items.some((item) => item.kind === "string" && item.value === text)
  );
}

/** A key that is being typed: only what stands between its quotes changes. */
function keyCandidate(option: Option, { content }: StringValue): Candidate {
  const span = locate(content, 0, content.value.length);
  return {
    ...shared(option, span),
    kind: "key",
    newText: content.encode(option.text),
    filterText: option.text,
  };
}

function bareKeyCandidate(option: Option, span: Span): Candidate {
  return {
    ...shared(option, span),
    kind: "key",
    newText: `${JSON.stringify(option.text)}: `,
    needsJson: true,
  };
}

function bareCandidate(option: Option, span: Span): Candidate {
  return {
    ...shared(option, span),
    kind: "value",
    newText: JSON.stringify(option.text),
    needsJson: true,
  };
}

function quotedCandidate(option: Option, { content }: StringValue): Candidate {
  const span = locate(content, 0, content.value.length);
  return {
    ...shared(option, span),
    kind: "value",
    newText: content.encode(option.text),
    filterText: option.text,
  };
}

function shared(
  { text, detail, documentation }: Option,
  span: Span,
): Pick<Candidate, "label" | "span"> & Partial<Candidate> {
  return {
    label: text,
    span,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
  };
}
