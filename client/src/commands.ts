import { commands, env, l10n, Uri, window, workspace, Disposable, EventEmitter } from "vscode";
import { type BaseLanguageClient } from "vscode-languageclient";
import {
  copyTextCommand,
  openTextCommand,
  showPageCommand,
  type ConvertedText,
  type CopiedText,
  type PageRequest,
} from "../../server/src/protocol/commands.js";
import { pageRequest } from "../../server/src/protocol/messages.js";

const pageScheme = "byob-page";

/** The commands that lenses and refactorings end in. */
export function registerCommands(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(pageScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async ({ query }) => {
        const request = JSON.parse(query) as PageRequest;
        const page = await client.sendRequest(pageRequest, request);
        return page ?? l10n.t("This part of the file no longer exists.");
      },
    }),
    commands.registerCommand(showPageCommand, async (request: PageRequest) => {
      const title = request.page === "access" ? l10n.t("W&B access") : l10n.t("Preflight");
      const uri = Uri.from({
        scheme: pageScheme,
        path: `/${title}.md`,
        query: JSON.stringify(request),
      });
      changed.fire(uri);
      await commands.executeCommand("markdown.showPreviewToSide", uri);
    }),
    commands.registerCommand(copyTextCommand, async ({ bash, powershell }: CopiedText) => {
      const shell =
        bash === powershell
          ? "Bash"
          : await window.showQuickPick(["Bash", "PowerShell"], {
              title: l10n.t("Select the shell to copy the command for"),
            });
      if (shell === undefined) return;
      await env.clipboard.writeText(shell === "Bash" ? bash : powershell);
    }),
    commands.registerCommand(openTextCommand, async ({ text, language, notes }: ConvertedText) => {
      const document = await workspace.openTextDocument({ content: text, language });
      await window.showTextDocument(document, { preview: false });
      // The command has done its work, whenever someone closes the notice.
      if (notes.length > 0) void window.showWarningMessage(notes.join(" "));
    }),
  );
}
