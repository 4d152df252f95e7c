import {
  CodeActionKind,
  type CodeAction,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { type BYOBDocument } from "../documents/document.js";
import { check, type CheckOptions } from "../rules/check.js";
import { type Finding, type Fix } from "../rules/rule.js";
import { applySafeFixes, isProved } from "../rules/prove-fix.js";
import { formatMessage, message } from "../text/message.js";
import { touches, type Edit } from "../text/span.js";
import { toDiagnostic } from "./diagnostics.js";
import { fixAllKind } from "./kinds.js";
import { toSpan, toTextEdit } from "./lsp.js";
import { refactors } from "./refactors.js";

/** What the client can do with an action. */
export interface CodeActionOptions {
  /** Takes versioned edits. */
  readonly documentChanges?: boolean;
  /** Knows the commands of this project's own client. */
  readonly clientCommands?: boolean;
}

/** How many fixes are proved for one question. */
const mostProofs = 10;

/** The fixes of the findings in a range, or of the whole document where that is asked for. */
export function codeActions(
  document: BYOBDocument,
  range: Range,
  only: readonly string[] | undefined,
  options: CheckOptions,
  { documentChanges = true, clientCommands = false }: CodeActionOptions = {},
): CodeAction[] {
  const findings = check(document, options);
  const workspaceEdit = (edits: readonly Edit[]): WorkspaceEdit =>
    toWorkspaceEdit(document, edits, documentChanges);
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    const span = toSpan(document.source, range);
    const asked = findings.filter((finding) => touches(finding.span, span));
    // A whole text may be asked for, and each proof reads it again; what is not proved is only offered.
    const proved = new Set(
      asked
        .filter(({ fixes }) => fixes[0]?.safety === "safe")
        .slice(0, mostProofs)
        .filter((finding) => isProved(document, finding, options)),
    );
    for (const finding of asked) {
      actions.push(
        ...finding.fixes.map((fix, index) => ({
          ...quickFix(document, finding, fix),
          ...(index === 0 && proved.has(finding) ? { isPreferred: true } : {}),
          edit: workspaceEdit(fix.edits),
        })),
      );
    }
  }
  if (wants(only, CodeActionKind.Refactor) || wants(only, CodeActionKind.RefactorRewrite)) {
    actions.push(
      ...refactors(document, range, workspaceEdit, { clientCommands }).filter(
        ({ kind }) => kind !== undefined && wants(only, kind),
      ),
    );
  }
  // Only on demand: the light bulb is for what stands at the cursor.
  if (only !== undefined && wants(only, fixAllKind)) {
    const { edits } = applySafeFixes(document, options);
    if (edits.length > 0) {
      actions.push({
        title: formatMessage(message("Apply all safe fixes in this file")),
        kind: fixAllKind,
        edit: workspaceEdit(edits),
      });
    }
  }
  return actions;
}

/** Whether a kind, or one that it belongs to, was asked for. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}

function quickFix(document: BYOBDocument, finding: Finding, fix: Fix): CodeAction {
  return {
    title: formatMessage(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, finding)],
  };
}

/** Versioned edits where the client takes them, so that none is applied to another text. */
export function toWorkspaceEdit(
  { uri, source }: BYOBDocument,
  edits: readonly Edit[],
  documentChanges: boolean,
): WorkspaceEdit {
  const textEdits = edits.map((edit) => toTextEdit(source, edit));
  if (!documentChanges) return { changes: { [uri]: textEdits } };
  return {
    documentChanges: [{ textDocument: { uri, version: source.version }, edits: textEdits }],
  };
}
