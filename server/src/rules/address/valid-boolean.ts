import { addressParameters } from "../../catalog/address/parameters.js";
import { s3Kinds } from "../../model/address/address.js";
import { setParameter } from "../../model/address/edits.js";
import { parseBool } from "../../syntax/go-url.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

const booleans: readonly string[] = addressParameters
  .filter(({ type }) => type === "boolean")
  .map(({ name }) => name);

export const validBoolean = defineRule({
  id: "address/valid-boolean",
  kinds: ["cw", ...s3Kinds],
  severity: "error",
  summary: "`tls` and `forcePathStyle` must be `true` or `false`.",
  rationale:
    "The server reads the value with Go's `strconv.ParseBool`, which accepts only `1`, `t`, `T`, `TRUE`, `true`, `True`, and the corresponding false values.",
  certainty: "documented",
  sources: ["go-parse-bool", "wandb-operator-connections"],
  messages: {
    absent: '"{name}" has no value, so the server ignores it. Set it to true or false.',
    other: '"{value}" is not a Boolean value, so the server ignores "{name}".',
  },
  *check(address, report) {
    for (const parameter of address.parameters) {
      const { name, value } = parameter;
      if (!booleans.includes(name.value) || value?.partial === true) continue;
      const text = value?.value ?? "";
      if (parseBool(text) !== undefined) continue;
      const meant = meaningOf(text);
      const fixes = (meant === undefined ? reviewFix : safeFix)(
        message('Set "{name}" to {value}', { name: name.value, value: meant ?? "true" }),
        setParameter(address, parameter, meant ?? "true"),
      );
      yield value === undefined || text === ""
        ? report("absent", name.span, { name: name.value }, { fixes })
        : report("other", value.span, { name: name.value, value: text }, { fixes });
    }
  },
});

function meaningOf(text: string): "true" | "false" | undefined {
  const word = text.trim().toLowerCase();
  if (["true", "yes", "y", "on", "enabled"].includes(word)) return "true";
  return ["false", "no", "n", "off", "disabled"].includes(word) ? "false" : undefined;
}
