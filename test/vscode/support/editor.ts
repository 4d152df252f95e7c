import {
  type CodeAction,
  type Command,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { ok } from "./expect.js";

/** A file of the workspace under test, by its path in it. */
export function fileUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder, "The window has no folder open.");
  return Uri.joinPath(folder.uri, ...path.split("/"));
}

/** Opens a file in an editor. Only what is shown is sure to be checked. */
export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(path));
  await window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.One });
  return document;
}

/** Writes a file and opens it. */
export async function create(path: string, text = ""): Promise<TextDocument> {
  await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  return await open(path);
}

export async function replaceText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, everythingIn(document), text);
  ok(await workspace.applyEdit(edit), `VS Code refused to edit ${document.uri.path}.`);
}

/** What this extension says of a document at this moment. */
export function findingsOf({ uri }: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === "byob");
}

/** Waits until the findings of a document are as they should be, and gives them. */
export async function awaitFindings(
  document: TextDocument,
  areExpected: (findings: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  await awaitDiagnostics(document, () => areExpected(findingsOf(document)));
  return findingsOf(document);
}

export async function awaitClean(document: TextDocument): Promise<void> {
  await awaitFindings(document, (findings) => findings.length === 0);
}

/** Waits until the diagnostics of a document, whoever gave them, are as they should be. */
export async function awaitDiagnostics(
  { uri }: TextDocument,
  areExpected: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return await new Promise((resolve, reject) => {
    const check = (): void => {
      const diagnostics = languages.getDiagnostics(uri);
      if (!areExpected(diagnostics)) return;
      stop();
      resolve(diagnostics);
    };
    const subscription = languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((changed) => changed.toString() === uri.toString())) check();
    });
    const timer = setTimeout(() => {
      stop();
      const found = languages.getDiagnostics(uri).map(describeDiagnostic).join("\n") || "none";
      reject(new Error(`The diagnostics of ${uri.path} are still not as expected:\n${found}`));
    }, patience);
    const stop = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    check();
  });
}

/** Shorter than a test may last, so that a test that waits in vain tells what it found instead. */
const patience = 60_000;

export function describeDiagnostic(diagnostic: Diagnostic): string {
  const { source, range, message } = diagnostic;
  const { line, character } = range.start;
  return `${String(line + 1)}:${String(character + 1)} ${String(source)} ${idOf(diagnostic)}: ${message}`;
}

/** The rule that a finding comes from. */
export function idOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Where a text stands first in a document. */
export function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  ok(offset >= 0, `"${text}" does not stand in ${document.uri.path}.`);
  return document.positionAt(offset);
}

/** The text of all hovers at a place. */
export async function hoverAt({ uri }: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    "vscode.executeHoverProvider",
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : JSON.stringify(content)))
    .join("\n");
}

/** All fixes that are offered for a document's findings. */
export async function fixesOf(document: TextDocument): Promise<readonly CodeAction[]> {
  const offered = await Promise.all(
    findingsOf(document).map(({ range }) => actionsAt(document, range, "quickfix")),
  );
  return offered.flat();
}

/** Without a count VS Code gives actions unresolved, which then may lack their edit. */
const resolveAll = 100;

/** The actions of one kind that are offered for a stretch of a document. */
async function actionsAt(
  { uri }: TextDocument,
  range: Range,
  kind: string,
): Promise<readonly CodeAction[]> {
  return await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind,
    resolveAll,
  );
}

/** Asks for actions that there surely are. */
async function askForActions(
  ask: () => Promise<readonly CodeAction[]>,
): Promise<readonly CodeAction[]> {
  let actions = await ask();
  // While another extension starts to offer actions, VS Code answers with none at all.
  for (let again = 0; actions.length === 0 && again < 5; again++) actions = await ask();
  return actions;
}

/** Takes the action of a kind and a title that is offered for a stretch of a document. */
export async function takeAction(
  document: TextDocument,
  range: Range,
  kind: string,
  title: string,
): Promise<void> {
  const actions = await askForActions(() => actionsAt(document, range, kind));
  const action = actions.find((candidate) => candidate.title === title);
  const offered = actions.map((candidate) => candidate.title).join("\n");
  ok(action, `No action is called "${title}". Offered are:\n${offered}`);
  await applyAction(action);
}

/** The stretch of a document that holds a text. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = placeOf(document, text);
  return new Range(start, document.positionAt(document.offsetAt(start) + text.length));
}

/** Applies the first fix whose title matches, and gives the title. */
export async function applyFix(document: TextDocument, title: RegExp): Promise<string> {
  const fixes = await askForActions(() => fixesOf(document));
  const fix = fixes.find((candidate) => title.test(candidate.title));
  const offered = fixes.map((candidate) => candidate.title).join("\n");
  ok(fix, `No fix is called ${String(title)}. Offered are:\n${offered}`);
  await applyAction(fix);
  return fix.title;
}

/** Applies everything that may be fixed unread. */
export async function fixAll(document: TextDocument): Promise<void> {
  const [action] = await askForActions(() =>
    actionsAt(document, everythingIn(document), "source.fixAll.byob"),
  );
  ok(action, `Nothing is offered to fix all of ${document.uri.path}.`);
  await applyAction(action);
}

async function applyAction({ edit, command }: CodeAction): Promise<void> {
  if (edit) ok(await workspace.applyEdit(edit), "VS Code refused a fix's edit.");
  if (command) await runCommand(command);
}

/** Runs the command that an action or a lens ends in. */
export async function runCommand(command: Command): Promise<void> {
  const given: readonly unknown[] = command.arguments ?? [];
  await commands.executeCommand(command.command, ...given);
}

/** Saves as a user does, so that what is set up to happen on save happens. */
export async function save(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.files.save");
  ok(!document.isDirty, `${document.uri.path} was not saved.`);
}

function everythingIn(document: TextDocument): Range {
  return new Range(document.positionAt(0), document.positionAt(document.getText().length));
}
