/** The client's commands that lenses and code actions end in, with their arguments. */

/** What a page is about; the client hands it back to have the page written. */
export interface PageRequest {
  readonly uri: string;
  readonly page: "preflight" | "access";
  /** Offset of the start of the part that the page is about. */
  readonly offset: number;
  readonly origin?: string;
}

/** A command line to copy, for each shell. */
export interface CopiedText {
  readonly bash: string;
  readonly powershell: string;
}

/** A converted configuration to open, with what could not be carried over. */
export interface ConvertedText {
  readonly text: string;
  /** VS Code's id of the language. */
  readonly language: string;
  readonly notes: readonly string[];
}

/** The client's command that shows a page; its argument is a {@link PageRequest}. */
export const showPageCommand = "byob.showPage";

/** The client's command that copies a command line; its argument is a {@link CopiedText}. */
export const copyTextCommand = "byob.copyText";

/** The client's command that opens a conversion; its argument is a {@link ConvertedText}. */
export const openTextCommand = "byob.openText";
