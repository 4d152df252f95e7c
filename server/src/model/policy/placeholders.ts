import { findPlaceholders, type Placeholder } from "../../syntax/placeholders.js";

/** Whether a policy's text holds something that is filled in before the policy is sent. */
export function holdsPlaceholder(text: string): boolean {
  return policyPlaceholders(text).length > 0;
}

/**
 * What is still to be filled in: `<bucket>`, `{{ bucket }}`, `$(BUCKET)`, `${BUCKET}`. Policy variables
 * look alike, but name a key (`${aws:username}`) or escape a character (`${*}`): AWS fills them in.
 */
export function policyPlaceholders(text: string): readonly Placeholder[] {
  if (!mayHoldPlaceholder(text)) return [];
  return findPlaceholders(text).filter(
    ({ style, name }) => style !== "braces" || !isVariable(name),
  );
}

/** Whether a text holds what a placeholder begins with; nearly all texts of policies do not. */
export function mayHoldPlaceholder(text: string): boolean {
  return marks.test(text);
}

const marks = /[<$%]|\{\{/;

function isVariable(name: string): boolean {
  return name.includes(":") || name === "*" || name === "?" || name === "$";
}
