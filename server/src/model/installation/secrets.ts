import { secretVariables } from "../../catalog/installation/settings-keys.js";
import { locate } from "../../text/source-text.js";
import { type Located } from "../../text/span.js";
import { secretsIn } from "../address/secrets.js";
import { addressOf, type Environment, type Variable } from "./environment.js";

/** The variables that hold a secret and nothing else. */
export function secretVariablesOf({ variables }: Environment): readonly Variable[] {
  return variables.filter(({ name, value }) => secretVariables.has(name) && value.value !== "");
}

/** The keys of a chart's buckets. */
export function secretKeysOf({ buckets = [] }: Environment): readonly Located<string>[] {
  return buckets.flatMap(({ scheme, fields }) => {
    const key = scheme === "az" ? fields.accessKey : fields.secretKey;
    if (key?.node === undefined || key.text === "") return [];
    const { content, value } = key.node;
    return [{ span: locate(content, 0, value.length), value: key.text }];
  });
}

/** All secrets of settings, also those of an address where a bucket's name belongs. */
export function settingSecrets(environment: Environment): readonly string[] {
  const { buckets = [] } = environment;
  const names = buckets.flatMap(({ fields: { name } }) => {
    if (name?.node === undefined || name.text === "") return [];
    const { keySpan, span, node, member } = name;
    return secretsIn(
      addressOf({
        name: member.key.value,
        nameSpan: keySpan,
        value: node.content,
        valueSpan: span,
      }),
    );
  });
  return [
    ...secretVariablesOf(environment).map(({ value }) => value.value),
    ...secretKeysOf(environment).map(({ value }) => value),
    ...names,
  ];
}
