import { addressParameters } from "../../catalog/address/parameters.js";
import { providers } from "../../catalog/address/providers.js";
import { wandbKinds } from "../../model/address/address.js";
import { removeParameter, replacePart } from "../../model/address/edits.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const knownParameter = defineRule({
  id: "address/known-parameter",
  kinds: wandbKinds,
  severity: "warning",
  summary: "Parameters must be spelled exactly as the server expects.",
  rationale:
    "The server reads `region`, `tls`, and `forcePathStyle` from `s3://` and `cw://` addresses. The names are case-sensitive. It does not read parameters from other addresses.",
  certainty: "documented",
  sources: ["wandb-operator-connections", "wandb-byob"],
  messages: {
    case: 'Parameter names are case-sensitive, so the server ignores "{name}". Did you mean "{known}"?',
    none: '"{name}" has no effect because {provider} addresses do not support parameters.',
    misspelled: '"{name}" is not a known parameter, so it has no effect. Did you mean "{known}"?',
    unknown: '"{name}" is not a known parameter, so it has no effect.',
  },
  *check(address, report) {
    const { provider } = address;
    const known = addressParameters
      .filter(({ schemes }) => schemes.some((scheme) => scheme === provider))
      .map((parameter) => parameter.name);
    for (const parameter of address.parameters) {
      const { name } = parameter;
      if (name.partial || name.text === "" || known.some((other) => other === name.value)) continue;
      const data = { name: name.value };
      if (provider !== undefined && known.length === 0) {
        const fixes = safeFix(
          message('Remove "{name}"', data),
          removeParameter(address, parameter),
        );
        yield report(
          "none",
          name.span,
          { ...data, provider: providers[provider].title },
          { fixes },
        );
        continue;
      }
      const same = known.find((other) => other.toLowerCase() === name.value.toLowerCase());
      const near = same ?? nearest(name.value, known);
      const fixes =
        near === undefined
          ? []
          : (same === undefined ? reviewFix : safeFix)(
              message('Replace "{name}" with "{known}"', { ...data, known: near }),
              replacePart(address, name, near),
            );
      yield near === undefined
        ? report("unknown", name.span, data)
        : report(
            same === undefined ? "misspelled" : "case",
            name.span,
            { ...data, known: near },
            { fixes },
          );
    }
  },
});
