import { type GoogleBinding } from "../../model/google-iam/bindings.js";
import { type ShellCommand, type ShellWord } from "../../syntax/shell.js";
import {
  itemsOf,
  memberOf,
  type ObjectValue,
  type StringValue,
  type Value,
} from "../../syntax/value.js";
import { locate, sliceText } from "../../text/source-text.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { type AnyPart } from "../part.js";

/** The bindings of a policy in JSON or YAML, as `gcloud storage buckets get-iam-policy` prints it. */
export function bindingParts(object: ObjectValue): readonly AnyPart[] {
  const bindings = itemsOf(memberOf(object, "bindings")?.value).flatMap((item) =>
    bindingOf(memberOf(item, "role")?.value, itemsOf(memberOf(item, "members")?.value)),
  );
  return part(object.span, bindings);
}

/** The role that a Terraform resource gives. */
export function bindingIn(
  resource: string | undefined,
  body: ObjectValue,
): readonly GoogleBinding[] {
  if (!/^google_storage_bucket_iam_(?:member|binding)$/.test(resource ?? "")) return [];
  const member = memberOf(body, "member")?.value;
  const members = member === undefined ? itemsOf(memberOf(body, "members")?.value) : [member];
  return bindingOf(memberOf(body, "role")?.value, members);
}

/** The roles that commands give: `gcloud … add-iam-policy-binding` and `gsutil iam ch`. */
export function bindingCommandParts(commands: readonly ShellCommand[]): readonly AnyPart[] {
  const found = commands.flatMap(({ words }): readonly GoogleBinding[] => {
    const texts = words.map(({ text }) => text.value);
    if (texts.includes("add-iam-policy-binding")) {
      const member = option(words, "--member");
      const role = option(words, "--role");
      return member === undefined || role === undefined ? [] : bindingOf(role, [member]);
    }
    const at = texts.findIndex((text, index) => text === "ch" && texts[index - 1] === "iam");
    return at < 0 ? [] : words.slice(at + 1).flatMap(changeOf);
  });
  const first = commands[0]?.span.start ?? 0;
  return part({ start: first, end: commands.at(-1)?.span.end ?? first }, found);
}

/** A part with all bindings of a document, since one may make up for another. */
export function part(span: Span, bindings: readonly GoogleBinding[]): readonly AnyPart[] {
  if (bindings.length === 0) return [];
  const reason = message("It grants Google Cloud IAM roles.");
  return [
    { kind: "google-iam", dialect: undefined, span, reason, model: { bindings }, json: undefined },
  ];
}

function bindingOf(role: Value | undefined, members: readonly Value[]): readonly GoogleBinding[] {
  const isText = (value: Value): value is StringValue => value.kind === "string";
  return role?.kind === "string" && role.value.includes("storage.")
    ? [{ role, members: members.filter(isText) }]
    : [];
}

/** `serviceAccount:NAME:ROLE`, whose role may leave out `roles/storage.`. */
function changeOf({ text, holes }: ShellWord): readonly GoogleBinding[] {
  const found = /^(?<member>[A-Za-z]+:[^:]+):(?<role>[\w./,]+)$/.exec(text.value);
  if (found?.groups === undefined || holes.length > 0) return [];
  const { member = "", role = "" } = found.groups;
  const stretch = (start: number, end: number): StringValue => ({
    kind: "string",
    span: locate(text, start, end),
    value: text.value.slice(start, end),
    content: sliceText(text, start, end),
    holes: [],
  });
  const written = stretch(member.length + 1, text.value.length);
  const whole = role.includes("/") ? role : `roles/storage.${role}`;
  return [{ role: { ...written, value: whole }, members: [stretch(0, member.length)] }];
}

function option(words: readonly ShellWord[], name: string): StringValue | undefined {
  for (const [at, { text, span, holes }] of words.entries()) {
    const start = text.value.startsWith(`${name}=`) ? name.length + 1 : undefined;
    if (start !== undefined) {
      const end = text.value.length;
      return {
        kind: "string",
        span: locate(text, start, end),
        value: text.value.slice(start),
        content: sliceText(text, start, end),
        holes: holes.map((hole) => ({ start: hole.start - start, end: hole.end - start })),
      };
    }
    if (words[at - 1]?.text.value === name) {
      return { kind: "string", span, value: text.value, content: text, holes };
    }
  }
  return undefined;
}
