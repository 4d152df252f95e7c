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
import { secretsRequest } from "../../server/src/protocol/messages.js";
import { type Watchable } from "./shown.js";

/** Hides the secrets of storage addresses on screen, while the setting says so. */
export function maskSecrets(
  client: BaseLanguageClient,
  shown: Watchable<ReadonlyMap<string, readonly Range[]>>,
): Disposable {
  // The text keeps its place and can be edited; only its glyphs are not drawn.
  const decoration = window.createTextEditorDecorationType({
    opacity: "0",
    letterSpacing: "-1ch",
    before: { contentText: "••••", color: new ThemeColor("descriptionForeground") },
  });
  const isOn = (): boolean => workspace.getConfiguration("byob").get<boolean>("maskSecrets", false);

  const mask = (editor: TextEditor, ranges: readonly Range[]): void => {
    editor.setDecorations(decoration, ranges);
    const own = editor.document.uri.toString();
    const visible = window.visibleTextEditors.map(({ document }) => document.uri.toString());
    const others = [...shown.get()].filter(([uri]) => uri !== own && visible.includes(uri));
    shown.set(new Map(ranges.length > 0 ? [...others, [own, ranges]] : others));
  };

  const update = async (editor: TextEditor): Promise<void> => {
    if (!isOn()) {
      mask(editor, []);
      return;
    }
    const { document } = editor;
    const { version } = document;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const found = await client.sendRequest(secretsRequest, { uri });
    // What was asked of an older text, or before the setting changed, would hide the wrong place.
    if (document.version !== version || !isOn()) return;
    mask(
      editor,
      found.map(
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
    commands.registerCommand("byob.toggleMaskSecrets", async () => {
      const configuration = workspace.getConfiguration("byob");
      // A workspace's own value would overrule the user's.
      const isWorkspaces = configuration.inspect("maskSecrets")?.workspaceValue !== undefined;
      await configuration.update(
        "maskSecrets",
        !isOn(),
        isWorkspaces ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
      );
    }),
  );
}
