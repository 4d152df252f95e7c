import { type Naming } from "../catalog/bucket-names.js";
import { type CreatedBucket } from "../model/installation/environment.js";
import { type ShellCommand, type ShellWord } from "../syntax/shell.js";
import { type StringValue } from "../syntax/value.js";
import { locate, sliceText } from "../text/source-text.js";
import { message } from "../text/message.js";
import { type AnyPart } from "./part.js";

/** The buckets that commands create: `aws s3 mb`, `gcloud storage buckets create` and their like. */
export function createdBucketParts(commands: readonly ShellCommand[]): readonly AnyPart[] {
  return commands.flatMap((command): readonly AnyPart[] => {
    const created = createdIn(command);
    if (created.length === 0) return [];
    const reason = message("It creates a bucket.");
    const model = { variables: [], created };
    const { span } = command;
    return [{ kind: "environment", dialect: "shell", span, reason, model, json: undefined }];
  });
}

function createdIn({ words }: ShellCommand): readonly CreatedBucket[] {
  const texts = words.map(({ text }) => text.value);
  const has = (...wanted: readonly string[]): boolean => {
    const at = texts.indexOf(wanted[0] ?? "");
    return at >= 0 && wanted.every((word, index) => texts[at + index] === word);
  };
  const endpoint = texts.find((text) => /cwobject\.com|cwlota\.com/.test(text));
  const isElsewhere = texts.some((text) => text.startsWith("--endpoint-url"));
  const s3: Naming = endpoint !== undefined ? "coreweave" : isElsewhere ? "s3-compatible" : "aws";
  if (has("s3", "mb")) return operands(words, "s3://", s3);
  if (has("s3api", "create-bucket")) return option(words, "--bucket", s3);
  if (has("buckets", "create") || has("gsutil", "mb")) return operands(words, "gs://", "google");
  if (has("az", "storage", "container", "create")) {
    return [
      ...option(words, "--name", "azure-container"),
      ...option(words, "-n", "azure-container"),
      ...option(words, "--account-name", "azure-account"),
    ];
  }
  if (!has("az", "storage", "account", "create")) return [];
  return [...option(words, "--name", "azure-account"), ...option(words, "-n", "azure-account")];
}

function operands(
  words: readonly ShellWord[],
  scheme: string,
  naming: Naming,
): readonly CreatedBucket[] {
  return words
    .filter(({ text }) => text.value.startsWith(scheme))
    .map((word) => ({ naming, name: textFrom(word, scheme.length) }));
}

function option(
  words: readonly ShellWord[],
  name: string,
  naming: Naming,
): readonly CreatedBucket[] {
  return words.flatMap((word, at) => {
    if (words[at - 1]?.text.value === name) return [{ naming, name: textFrom(word, 0) }];
    const isGiven = word.text.value.startsWith(`${name}=`);
    return isGiven ? [{ naming, name: textFrom(word, name.length + 1) }] : [];
  });
}

function textFrom({ text, holes }: ShellWord, start: number): StringValue {
  const end = text.value.length;
  return {
    kind: "string",
    span: locate(text, start, end),
    value: text.value.slice(start),
    content: sliceText(text, start, end),
    holes: holes.map((hole) => ({ start: hole.start - start, end: hole.end - start })),
  };
}
