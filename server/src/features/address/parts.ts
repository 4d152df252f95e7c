import { type Address, type Component, type HostFormat } from "../../model/address/address.js";
import { secretComponents } from "../../model/address/secrets.js";
import { locate, type SourceText } from "../../text/source-text.js";
import { type Edit, type Span } from "../../text/span.js";

/** What a stretch of an address is, for colours. */
export type AddressPart =
  "scheme" | "user" | "secret" | "host" | "bucket" | "path" | "parameter" | "value";

/** The parts of an address in order, each on one line. */
export function addressParts(
  address: Address,
): readonly { readonly part: AddressPart; readonly span: Span }[] {
  if (address.provider === undefined) return [];
  const { scheme, user, password, host, port, bucket, account, container, prefix } = address;
  const found: { part: AddressPart; start: number; span: Span }[] = [];
  const add = (part: AddressPart, component: Component | undefined): void => {
    if (component === undefined || component.text === "") return;
    for (const span of linesOf(address.text, component.start, component.end)) {
      found.push({ part, start: component.start, span });
    }
  };
  add("scheme", scheme);
  add("user", user);
  add("secret", password);
  const name = bucket ?? account;
  if (name?.start !== host.start) add("host", host);
  add("host", port);
  add("bucket", name);
  add("bucket", container);
  add("path", prefix);
  for (const parameter of address.parameters) {
    add("parameter", parameter.name);
    add("value", parameter.value);
  }
  return found.toSorted((a, b) => a.start - b.start).map(({ part, span }) => ({ part, span }));
}

/** The stretches that a screen must not show, each on one line. */
export function secretSpans(address: Address): readonly Span[] {
  return secretComponents(address).flatMap(({ start, end }) => linesOf(address.text, start, end));
}

/** A variable in a secret's place, and what it has to hold. */
interface SecretVariable {
  readonly name: string;
  readonly edit: Edit;
}

/**
 * Replaces a secret in the clear by a variable of the host format. The variable has to hold the secret
 * as it stood, percent-encoded, because nothing encodes it on the way.
 */
export function replaceSecret(address: Address): SecretVariable | undefined {
  const { password, provider, context, text } = address;
  if (password === undefined || password.text === "" || password.partial) return undefined;
  const write = variableForms[context.host];
  // What is encoded as a whole, such as base64, cannot hold a variable.
  const isEncoded = text.rewrite !== undefined && text.rewrite.isNeeded === undefined;
  if (provider === undefined || write === undefined) return undefined;
  if (isEncoded || context.isLiteral) return undefined;
  // Within single quotes a variable is text.
  const isShell = context.host === "shell" || context.host === "dotenv";
  if (isShell && context.quote === "single") return undefined;
  const name = provider === "az" ? "AZURE_STORAGE_KEY" : "BUCKET_SECRET_KEY";
  // The host's own encoding would take the variable for text.
  const edit = { span: locate(text, password.start, password.end), newText: write(name) };
  return { name, edit };
}

const variableForms: Readonly<Partial<Record<HostFormat, (name: string) => string>>> = {
  dotenv: (name) => `\${${name}}`,
  shell: (name) => `\${${name}}`,
  compose: (name) => `\${${name}}`,
  kubernetes: (name) => `$(${name})`,
  helm: (name) => `$(${name})`,
  terraform: (name) => `\${var.${name.toLowerCase()}}`,
};

export function linesOf(text: SourceText, start: number, end: number): readonly Span[] {
  const lines: Span[] = [];
  let offset = start;
  for (const line of text.value.slice(start, end).split("\n")) {
    if (line.trim() !== "") lines.push(locate(text, offset, offset + line.length));
    offset += line.length + 1;
  }
  return lines;
}
