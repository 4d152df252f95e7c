import { replaceText } from "../../text/source-text.js";
import { type Edit } from "../../text/span.js";
import { type Address, type Component, type Parameter } from "./address.js";

/** Puts other text in the place of a part, written as the host format needs it. */
export function replacePart(
  address: Address,
  part: Pick<Component, "start" | "end">,
  newText: string,
): Edit {
  return replaceText(address.text, part.start, part.end, newText);
}

/** Appends a parameter, with the mark that it needs before it. */
export function addParameter(address: Address, name: string, value: string): Edit {
  const { fragment, parameters, whole } = address;
  const end = fragment === undefined ? whole.end : fragment.start - 1;
  const last = parameters.at(-1);
  if (last === undefined) return replaceText(address.text, end, end, `?${name}=${value}`);
  const mark = last.name.start === end ? "" : "&";
  // The last character is written again, so that the edit cannot be joined with one that removes it.
  const character = address.text.value.slice(end - 1, end);
  return replaceText(address.text, end - 1, end, `${character}${mark}${name}=${value}`);
}

/** Gives a parameter another value. */
export function setParameter(address: Address, parameter: Parameter, value: string): Edit {
  const { name } = parameter;
  return parameter.value === undefined
    ? replaceText(address.text, name.end, name.end, `=${value}`)
    : replacePart(address, parameter.value, value);
}

/** Takes a parameter out, with the mark that parts it from its neighbours. */
export function removeParameter(address: Address, parameter: Parameter): Edit {
  const { parameters, text } = address;
  const index = parameters.indexOf(parameter);
  const next = parameters[index + 1];
  const { separator, name, value } = parameter;
  return index === 0 && next !== undefined
    ? replaceText(text, name.start, next.separator.end, "")
    : replaceText(text, separator.start, (value ?? name).end, "");
}
