import {
  findPlaceholders,
  findPlaceholderWords,
  findToolMarks,
  type Placeholder,
} from "../../syntax/placeholders.js";

/** Whether a policy's text holds something that is filled in before the policy is sent. */
export function holdsPlaceholder(text: string): boolean {
  return policyPlaceholders(text).length > 0;
}

/**
 * What is still to be filled in: `<bucket>`, `{{ bucket }}`, `$(BUCKET)`, `${BUCKET}`, `REPLACE_ME`.
 * Policy variables look alike, but name a key (`${aws:username}`) or escape a character (`${*}`): AWS
 * fills them in.
 */
export function policyPlaceholders(text: string): readonly Placeholder[] {
  if (!mayHoldPlaceholder(text)) return [];
  const found = findPlaceholders(text).filter(
    ({ style, name }) => style !== "braces" || !isVariableName(name),
  );
  const others = [...findPlaceholderWords(text), ...findToolMarks(text)].filter(
    ({ span }) =>
      !found.some((other) => other.span.start < span.end && span.start < other.span.end),
  );
  if (others.length === 0) return found;
  return [...found, ...others].toSorted((a, b) => a.span.start - b.span.start);
}

/** Whether a text holds what a placeholder begins with; nearly all texts of policies do not. */
export function mayHoldPlaceholder(text: string): boolean {
  return marks.test(text);
}

const marks =
  /[<$%@#]|\{[{%#]|\(\(|\[\[|(?:REPLACE|CHANGE|FILL|INSERT|YOUR)[-_]?[A-Z]|(?:replace|change)[-_]?me/;

/** What the Serverless Framework and the Landing Zone Accelerator fill in before AWS sees it. */
const ofTools = /^(?:cf|env|file|git|opt|param|self|sls|ssm)(?:\([^)]*\))?:|::/;

/** Whether a tool that deploys the policy fills in `${name}`, so that nobody needs to. */
export function isToolVariable(name: string): boolean {
  return ofTools.test(name);
}

/** Whether AWS fills in `${name}`: it names a key, or escapes one of `*`, `?` and `$`. */
export function isVariableName(name: string): boolean {
  return (
    (name.includes(":") && !ofTools.test(name)) || name === "*" || name === "?" || name === "$"
  );
}
