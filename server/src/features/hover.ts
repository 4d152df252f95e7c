import { type Hover, type Position } from "vscode-languageserver-types";
import { environmentVariables } from "../catalog/installation/environment-variables.js";
import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart } from "../documents/part.js";
import { type Located, type Span } from "../text/span.js";
import { type Address } from "../model/address/address.js";
import { redact, secretsIn } from "../model/address/secrets.js";
import { type Environment } from "../model/installation/environment.js";
import { type Profile } from "../model/profile.js";
import { addressHover } from "./address/hover.js";
import { corsHover } from "./cors/hover.js";
import { toRange } from "./lsp.js";
import { statementHover } from "./policy/statement-hover.js";
import { policyHover } from "./policy/hover.js";

/** What stands at a place and what W&B needs of it, as Markdown. */
export function hover(
  document: BYOBDocument,
  position: Position,
  profile: Profile,
  now: number,
): Hover | null {
  const offset = document.source.offsetAt(position);
  for (const part of document.parts) {
    if (offset < part.span.start || part.span.end < offset) continue;
    const found = hoverOf(part, offset, profile, now);
    if (found === undefined) continue;
    return {
      contents: { kind: "markdown", value: found.value },
      range: toRange(document.source, oneLine(document, found.span, offset)),
    };
  }
  return null;
}

function hoverOf(
  part: AnyPart,
  offset: number,
  profile: Profile,
  now: number,
): Located<string> | undefined {
  switch (part.kind) {
    case "policy":
    case "key-policy":
      return statementHover(part.model, offset) ?? policyHover(part.model, offset, now);
    case "cors":
      return corsHover(part.model, offset, profile);
    case "address":
      return withoutSecrets(addressHover(part.model, offset), part.model);
    case "environment":
      return variableHover(part.model, offset);
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
      return undefined;
  }
}

function withoutSecrets(
  found: Located<string> | undefined,
  address: Address,
): Located<string> | undefined {
  return found && { ...found, value: redact(found.value, secretsIn(address)) };
}

/** What a variable's name means to the W&B server. */
function variableHover({ variables }: Environment, offset: number): Located<string> | undefined {
  const variable = variables.find(
    ({ nameSpan }) => nameSpan.start <= offset && offset <= nameSpan.end,
  );
  const known = environmentVariables.find(({ name }) => name === variable?.name);
  if (variable === undefined || known === undefined) return undefined;
  const { title, url, date } = known.source;
  const value = `**${known.name}** — ${known.description}\n\n[${title}](${url}) (${date})`;
  return { span: variable.nameSpan, value };
}

/** A range over several lines would light up half the screen; the place itself is enough. */
function oneLine({ source }: BYOBDocument, span: Span, offset: number): Span {
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  return start.line === end.line ? span : { start: offset, end: offset };
}
