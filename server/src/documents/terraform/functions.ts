import { type Value } from "../../syntax/value.js";
import { type Evaluator, type Known } from "../references.js";

/** What a function of Terraform gives, for the few that policies are put together with. */
export function callFunction(
  name: string,
  parameters: readonly Value[],
  evaluator: Evaluator,
): Known | undefined {
  const known = parameters.map((each) => evaluator.value(each));
  switch (name) {
    case "format":
      return format(known);
    case "join":
      return join(known);
    case "concat":
      return known.flatMap((each) =>
        typeof each === "string" ? [undefined] : (each ?? [undefined]),
      );
    case "flatten":
      return known.length === 1 ? flatten(known[0]) : undefined;
    case "compact":
    case "distinct":
    case "tolist":
    case "toset":
    case "tostring":
      return known.length === 1 ? known[0] : undefined;
    default:
      return undefined;
  }
}

function format([template, ...values]: readonly (Known | undefined)[]): string | undefined {
  if (typeof template !== "string") return undefined;
  const verbs = template.match(/%./g)?.filter((verb) => verb !== "%%") ?? [];
  const texts = values.filter((value) => typeof value === "string");
  const isKnown = texts.length === values.length && texts.length === verbs.length;
  if (!isKnown || !verbs.every((verb) => /%[svd]/.test(verb))) return undefined;
  const rest = [...texts];
  return template.replace(/%./g, (verb) => (verb === "%%" ? "%" : (rest.shift() ?? "")));
}

/** Of CloudFormation too: a delimiter and what it stands between. */
export function join([delimiter, ...lists]: readonly (Known | undefined)[]): string | undefined {
  const items = lists.flatMap((each) =>
    typeof each === "string" ? [undefined] : (each ?? [undefined]),
  );
  const texts = items.filter((item) => typeof item === "string");
  if (typeof delimiter !== "string" || texts.length < items.length) return undefined;
  return texts.join(delimiter);
}

function flatten(known: Known | undefined): Known | undefined {
  return known === undefined || typeof known === "string"
    ? known
    : known.flatMap((item): readonly (Known | undefined)[] => {
        const flat = flatten(item);
        return flat === undefined || typeof flat === "string" ? [flat] : flat;
      });
}
