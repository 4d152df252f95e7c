import { type ShellCommand, type ShellWord } from "../../syntax/shell.js";
import {
  itemsOf,
  memberOf,
  type ObjectValue,
  type StringValue,
  type Value,
} from "../../syntax/value.js";
import { message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { type AnyPart } from "../part.js";

/** A federated credential in JSON, as Azure's CLI takes and prints it. */
export function federationParts(object: ObjectValue): readonly AnyPart[] {
  const audiences = memberOf(object, "audiences")?.value;
  const issuer = text(memberOf(object, "issuer")?.value);
  const subject = text(memberOf(object, "subject")?.value);
  if (issuer === undefined || subject === undefined || audiences?.kind !== "array") return [];
  return part(object.span, issuer, subject, audiences.items);
}

/** A federated credential of Terraform's. */
export function federationResource(
  resource: string | undefined,
  body: ObjectValue,
): readonly AnyPart[] {
  if (resource !== "azurerm_federated_identity_credential") return [];
  const audience = memberOf(body, "audience")?.value;
  return part(
    body.span,
    text(memberOf(body, "issuer")?.value),
    text(memberOf(body, "subject")?.value),
    audience?.kind === "array" ? itemsOf(audience) : audience === undefined ? [] : [audience],
  );
}

/** `az identity federated-credential create`. */
export function federationCommandParts(commands: readonly ShellCommand[]): readonly AnyPart[] {
  return commands.flatMap(({ words, span }) => {
    if (!words.some(({ text: { value } }) => value === "federated-credential")) return [];
    const given = (...names: readonly string[]): readonly StringValue[] => {
      const at = words.findIndex(({ text: { value } }) => names.includes(value));
      if (at < 0) return [];
      const rest = words.slice(at + 1);
      const end = rest.findIndex(({ text: { value } }) => value.startsWith("-"));
      return (end < 0 ? rest : rest.slice(0, end)).map(stringOf);
    };
    const [[issuer], [subject]] = [given("--issuer"), given("--subject")];
    return part(span, issuer, subject, given("--audiences", "--audience"));
  });
}

function part(
  span: Span,
  issuer: StringValue | undefined,
  subject: StringValue | undefined,
  audiences: readonly Value[],
): readonly AnyPart[] {
  const reason = message("It is an Azure federated credential.");
  const isText = (value: Value): value is StringValue => value.kind === "string";
  const model = { issuer, subject, audiences: audiences.filter(isText) };
  return [{ kind: "azure-identity", dialect: undefined, span, reason, model, json: undefined }];
}

function text(value: Value | undefined): StringValue | undefined {
  return value?.kind === "string" ? value : undefined;
}

function stringOf({ text: content, span, holes }: ShellWord): StringValue {
  return { kind: "string", span, value: content.value, content, holes };
}
