import {
  commands,
  Disposable,
  Range,
  ThemeColor,
  window,
  workspace,
  ConfigurationTarget,
  type TextEditor,
} from "vscode";
import { type BaseLanguageClient } from "vscode-languageclient";

interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Hides the secrets of storage addresses on screen, while the setting says so. */
export function maskSecrets(client: BaseLanguageClient): Disposable {
  // The text keeps its place and can be edited; only its glyphs are not drawn.
  const decoration = window.createTextEditorDecorationType({
    opacity: "0",
    letterSpacing: "-1ch",
    before: { contentText: "••••", color: new ThemeColor("descriptionForeground") },
  });
  const isOn = (): boolean => workspace.getConfiguration("byob").get<boolean>("maskSecrets", false);

  const update = async (editor: TextEditor): Promise<void> => {
    if (!isOn()) {
      editor.setDecorations(decoration, []);
      return;
    }
    const { document } = editor;
    const { version } = document;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const ranges = await client.sendRequest<readonly LspRange[]>("byob/secrets", { uri });
    if (document.version !== version) return;
    editor.setDecorations(
      decoration,
      ranges.map(
        ({ start, end }) => new Range(start.line, start.character, end.line, end.character),
      ),
    );
  };
  const updateAll = (): void => {
    for (const editor of window.visibleTextEditors) void update(editor).catch(() => undefined);
  };

  updateAll();
  return Disposable.from(
    decoration,
    window.onDidChangeVisibleTextEditors(updateAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors) {
        if (editor.document === document) void update(editor).catch(() => undefined);
      }
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("byob.maskSecrets")) updateAll();
    }),
    commands.registerCommand("byob.toggleMaskSecrets", () =>
      workspace.getConfiguration("byob").update("maskSecrets", !isOn(), ConfigurationTarget.Global),
    ),
  );
}
