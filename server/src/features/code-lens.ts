import { type CodeLens } from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart } from "../documents/part.js";
import { frontEndOrigins } from "../model/cors/needs.js";
import { type Profile } from "../model/profile.js";
import { showPageCommand, type PageRequest } from "../protocol/commands.js";
import { formatMessage, type Message } from "../text/message.js";
import { type Span } from "../text/span.js";
import { preflightLenses, preflightPage } from "./cors/preflight.js";
import { toRange } from "./lsp.js";
import { accessLens, accessTable } from "./policy/access.js";

interface Lens {
  readonly span: Span;
  readonly title: Message;
  readonly page: PageRequest;
}

/** Lines above a CORS configuration and a policy that tell what W&B gets. */
export function codeLenses(document: BYOBDocument, profile: Profile): CodeLens[] {
  return document.parts
    .flatMap((part) => lensesOf(document.uri, part, profile))
    .map(({ span, title, page }) => ({
      range: toRange(document.source, span),
      command: { title: formatMessage(title), command: showPageCommand, arguments: [page] },
    }));
}

/** The page behind a lens, as Markdown; nothing where its part is gone. */
export function page(
  { parts }: BYOBDocument,
  { page: wanted, offset, origin }: PageRequest,
  profile: Profile,
): string | undefined {
  const part = parts.find(({ span }) => span.start === offset);
  if (wanted === "preflight" && part?.kind === "cors" && origin !== undefined) {
    return preflightPage(part.model, origin);
  }
  if (wanted === "access" && (part?.kind === "policy" || part?.kind === "key-policy")) {
    return accessTable([part.model], profile);
  }
  return undefined;
}

function lensesOf(uri: string, part: AnyPart, profile: Profile): readonly Lens[] {
  const offset = part.span.start;
  switch (part.kind) {
    case "cors":
      return preflightLenses(part.model, frontEndOrigins(profile)).map(
        ({ span, title, origin }) => ({
          span,
          title,
          page: { uri, page: "preflight", offset, origin },
        }),
      );
    case "policy":
    case "key-policy": {
      const lens = accessLens(part.model, profile);
      return lens === undefined ? [] : [{ ...lens, page: { uri, page: "access", offset } }];
    }
    case "address":
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
    case "environment":
      return [];
  }
}
