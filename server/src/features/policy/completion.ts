import { policyElements } from "../../catalog/policy/elements.js";
import {
  effects,
  policyElementNames,
  policyVersions,
  principalKeys,
  coreweavePrincipalKey,
  statementElementNames,
} from "../../catalog/policy/grammar.js";
import { commonServicePrincipals } from "../../catalog/policy/service-principals.js";
import {
  awsPrincipals,
  coreweavePrincipals,
  deploymentNames,
} from "../../catalog/wandb/principals.js";
import { type Policy, type Statement } from "../../model/policy/policy.js";
import { type Profile } from "../../model/profile.js";
import { placeAt, type Place } from "../../syntax/place.js";
import { type ObjectValue, type StringValue, type Value } from "../../syntax/value.js";
import { formatList } from "../../text/list.js";
import { locate } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { type Candidate } from "../candidate.js";
import { actionOptions } from "./action-completion.js";
import {
  keyOptions as conditionKeyOptions,
  operatorOptions,
  valueOptions as conditionValueOptions,
} from "./condition-completion.js";
import { resourceOptions } from "./resource-completion.js";

/** A value of a list, before it is known how the place writes it. */
interface Option {
  readonly text: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** What options depend on besides the path. */
interface Spot {
  readonly policy: Policy;
  readonly offset: number;
  readonly deployment: Profile["deployment"] | undefined;
  readonly statement: Statement | undefined;
  /** The text that stands at the place. */
  readonly typed: string;
}

/** What can be written at an offset of a policy. */
export function policyCompletions(
  policy: Policy,
  offset: number,
  { deployment }: Profile,
): readonly Candidate[] {
  if (policy.root === undefined) return [];
  const place = placeAt(policy.root, offset);
  if (place === undefined) return [];
  const names = place.path.filter((step) => typeof step === "string");
  const typed = place.values.at(-1);
  const spot: Spot = {
    policy,
    offset,
    deployment,
    statement: statementOf(policy, place),
    typed: typed?.kind === "string" ? typed.value : "",
  };
  const innermost = place.values.at(-1);
  const object = place.values.findLast((value) => value.kind === "object");
  if (place.key !== undefined && object?.kind === "object") {
    const { key } = place.key;
    const options = keyOptions(policy, names.slice(0, -1), object, place).filter(
      ({ text }) => text === key.value || !isTaken(object, text),
    );
    return options.map((option) => keyCandidate(option, key));
  }
  if (place.missing !== undefined) {
    const span = { start: offset, end: offset };
    const element = [...names, place.missing.key.value];
    return valueOptions(spot, element).map((option) => bareCandidate(option, span));
  }
  if (innermost?.kind === "object") {
    const span = { start: offset, end: offset };
    return keyOptions(policy, names, innermost, place)
      .filter(({ text }) => !isTaken(innermost, text))
      .map((option) => bareKeyCandidate(option, span));
  }
  if (innermost?.kind === "array") {
    const span = { start: offset, end: offset };
    return valueOptions(spot, names)
      .filter(({ text }) => !hasItem(innermost, text))
      .map((option) => bareCandidate(option, span));
  }
  if (innermost?.kind === "string") {
    return valueOptions(spot, names).map((option) => quotedCandidate(option, innermost));
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
  if (second === undefined) {
    return elementOptions(statementElementNames.filter((name) => hasPlace(policy, name)));
  }
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
function valueOptions(spot: Spot, names: readonly string[]): readonly Option[] {
  const { policy, offset, statement } = spot;
  const [first, second, third, fourth] = names;
  if (first === "Version") return policyVersions.map((text) => ({ text }));
  if (first !== "Statement") return [];
  switch (second) {
    case "Effect":
      return effects.map((text) => ({ text }));
    case "Action":
    case "NotAction":
      return actionOptions(policy, spot.typed);
    case "Principal":
    case "NotPrincipal":
      return third === undefined ? [{ text: "*" }] : principalOptions(third, spot.deployment);
    case "Resource":
    case "NotResource":
      return resourceOptions(policy, statement, offset);
    case "Condition":
      return fourth === undefined ? [] : conditionValueOptions(policy, fourth, third);
    default:
      return [];
  }
}

/** W&B's principals, that of the user's own deployment first, or services. */
function principalOptions(key: string, deployment: Spot["deployment"]): readonly Option[] {
  if (key === "Service") return commonServicePrincipals.map((text) => ({ text }));
  const known = key === coreweavePrincipalKey ? coreweavePrincipals : awsPrincipals;
  if (key !== coreweavePrincipalKey && key !== "AWS") return [];
  const isOwn = ({ deployments }: (typeof known)[number]): boolean =>
    deployment !== undefined && deployments.includes(deployment);
  return [...known.filter(isOwn), ...known.filter((each) => !isOwn(each))].map(
    ({ arn, deployments }) => ({
      text: arn,
      detail: `W&B ${formatList(deployments.map((deployment) => deploymentNames[deployment]))}`,
    }),
  );
}

function statementOf({ statements }: Policy, { values }: Place): Statement | undefined {
  return statements.find(({ node }) => values.includes(node));
}

function statementOfObject({ statements }: Policy, { span }: ObjectValue): Statement | undefined {
  return statements.find(({ node }) => node.span.start <= span.start && span.end <= node.span.end);
}

/** Policies of roles and users have no principal, and those of roles' trust no resource. */
function hasPlace({ type }: Policy, name: string): boolean {
  if (type === "identity") return !name.endsWith("Principal");
  return type !== "trust" || !name.endsWith("Resource");
}

/** Whether an object has a key, or the opposite that excludes it, as Action does NotAction. */
function isTaken({ members }: ObjectValue, name: string): boolean {
  const opposite = name.startsWith("Not") ? name.slice("Not".length) : `Not${name}`;
  return members.some(({ key }) => key.value === name || key.value === opposite);
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
