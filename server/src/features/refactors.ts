import { copyTextCommand, openTextCommand } from "../protocol/commands.js";
import { CodeActionKind, type CodeAction, type Range } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { fileName } from "../documents/format.js";
import { type AnyPart } from "../documents/part.js";
import { terraformPolicyDocument } from "../documents/terraform/policy-document.js";
import { corsCommands } from "../model/cors/commands.js";
import { convertCors, corsTargets } from "../model/cors/convert.js";
import { type Cors } from "../model/cors/cors.js";
import { type Policy } from "../model/policy/policy.js";
import { formatMessage, message, type Message } from "../text/message.js";
import { touches, type Edit, type Span } from "../text/span.js";
import { convertToAddress } from "./address/conversion.js";
import { replaceSecret } from "./address/parts.js";
import { toSpan } from "./lsp.js";
import { policyRefactors } from "./policy/refactors.js";

const conversionTitles: Readonly<Record<(typeof corsTargets)[number], Message>> = {
  s3: message("Convert to S3 console format"),
  "s3-cli": message("Convert to AWS CLI format"),
  "s3-xml": message("Convert to S3 API XML"),
  gcs: message("Convert to Cloud Storage format"),
  azure: message("Convert to Azure corsRules"),
  "terraform-aws": message("Convert to Terraform for AWS"),
  "terraform-google": message("Convert to Terraform for Google Cloud"),
  "terraform-azure": message("Convert to Terraform for Azure"),
  cloudformation: message("Convert to CloudFormation"),
};

type ToEdit = (edits: readonly Edit[]) => NonNullable<CodeAction["edit"]>;

/** More text than this is not an address that someone pasted. */
const longestSelection = 10_000;

/** What can be rewritten at a place, although nothing is wrong with it. */
export function refactors(
  document: BYOBDocument,
  range: Range,
  toEdit: ToEdit,
  { clientCommands }: { readonly clientCommands: boolean },
): CodeAction[] {
  const span = toSpan(document.source, range);
  const found = [
    ...document.parts
      .filter((part) => touches(part.span, span))
      .flatMap((part) => refactorsOf(document, part, span, toEdit)),
    ...pastedAddress(document, span, toEdit),
  ];
  // A client that does not know our commands would offer actions that do nothing.
  return clientCommands ? found : found.filter(({ command }) => command === undefined);
}

function refactorsOf(
  { uri, format }: BYOBDocument,
  part: AnyPart,
  span: Span,
  toEdit: ToEdit,
): readonly CodeAction[] {
  switch (part.kind) {
    case "policy":
    case "key-policy":
      return [
        ...policyRefactors(part.model, span).map(({ title, edits }) => ({
          title: formatMessage(title),
          kind: CodeActionKind.RefactorRewrite,
          edit: toEdit(edits),
        })),
        ...(format === "terraform" ? [] : copiesAsTerraform(part.model, fileName(uri))),
      ];
    case "cors":
      return [...conversions(part.model), ...commands(part.model, fileName(uri))];
    case "address": {
      const secret = replaceSecret(part.model);
      if (secret === undefined) return [];
      const title = message("Replace the secret with the variable {name}", { name: secret.name });
      return [
        {
          title: formatMessage(title),
          kind: CodeActionKind.RefactorRewrite,
          edit: toEdit([secret.edit]),
        },
      ];
    }
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
    case "environment":
      return [];
  }
}

/** A policy as Terraform's data source, for the clipboard. */
function copiesAsTerraform(policy: Policy, file: string): readonly CodeAction[] {
  const text = terraformPolicyDocument(policy, file);
  if (text === undefined) return [];
  const title = formatMessage(message("Copy the policy as Terraform"));
  // The text is the same for every shell, so the client asks for none.
  const copied = { bash: text, powershell: text };
  return [
    {
      title,
      kind: CodeActionKind.Refactor,
      command: { title, command: copyTextCommand, arguments: [copied] },
    },
  ];
}

/** The configuration in other tools' forms, opened beside it with what they cannot express. */
function conversions(cors: Cors): readonly CodeAction[] {
  return corsTargets
    .filter((target) => target !== cors.dialect)
    .map((target) => {
      const { text, language, lost } = convertCors(cors, target);
      const title = formatMessage(conversionTitles[target]);
      const notes = lost.map((each) => formatMessage(each));
      return {
        title,
        kind: CodeActionKind.RefactorRewrite,
        command: { title, command: openTextCommand, arguments: [{ text, language, notes }] },
      };
    });
}

/** The commands that apply the configuration, for the clipboard; this program never runs them. */
function commands(cors: Cors, file: string): readonly CodeAction[] {
  return corsCommands(cors, { file }).map(({ tool, bash, powershell }) => {
    const title = formatMessage(
      message("Copy the {tool} command that applies this configuration", { tool }),
    );
    return {
      title,
      kind: CodeActionKind.Refactor,
      command: { title, command: copyTextCommand, arguments: [{ bash, powershell }] },
    };
  });
}

/** A selected text that names a bucket in another program's way, as a storage address. */
function pastedAddress(
  { source }: BYOBDocument,
  span: Span,
  toEdit: ToEdit,
): readonly CodeAction[] {
  const length = span.end - span.start;
  if (length === 0 || length > longestSelection) return [];
  const conversion = convertToAddress(source.getText().slice(span.start, span.end));
  if (conversion === undefined) return [];
  return [
    {
      title: formatMessage(conversion.title),
      kind: CodeActionKind.RefactorRewrite,
      edit: toEdit([{ span, newText: conversion.text }]),
    },
  ];
}
