import { wandbKinds, type Address } from "../../model/address/address.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

export const noUnexpandedVariable = defineRule({
  id: "address/no-unexpanded-variable",
  kinds: wandbKinds,
  hosts: ["kubernetes"],
  severity: "warning",
  summary: "In a Kubernetes manifest, a variable in an address must be written as `$(NAME)`.",
  rationale:
    "Kubernetes expands only `$(NAME)` in the environment of a container. A shell or Docker Compose would also expand `$NAME` and `${NAME}`.",
  certainty: "documented",
  sources: ["kubernetes-dependent-variables"],
  messages: {
    unexpanded:
      'Kubernetes expands only "$(NAME)", so "{variable}" reaches the server unchanged unless another tool replaces it first.',
  },
  *check(address, report) {
    if (!address.context.known || address.context.isLiteral) return;
    for (const { style, name, component } of address.placeholders) {
      if (style !== "dollar" && style !== "braces") continue;
      const fixes = isName(name) ? useParentheses(address, component, name) : [];
      yield report("unexpanded", component.span, { variable: component.text }, { fixes });
      // The others are the same slip.
      return;
    }
  },
});

/** Whether Kubernetes allows the name; `${name.of.a.template}` is none. */
function isName(name: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(name);
}

function useParentheses(
  { text, placeholders }: Address,
  { start }: { readonly start: number },
  name: string,
): readonly Fix[] {
  const edits = placeholders.flatMap(({ style, span, name: other }) =>
    (style === "dollar" || style === "braces") && isName(other) && span.start >= start
      ? [replaceText(text, span.start, span.end, `$(${other})`)]
      : [],
  );
  return reviewFix(message('Use "{variable}"', { variable: `$(${name})` }), ...edits);
}
