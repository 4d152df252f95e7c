/** Where the project's own pages are published. */
export const repositoryUrl = "https://github.com/byob-tools/vscode-byob";

/** The page that explains a rule. */
export function rulePage(rule: string): string {
  return `${repositoryUrl}/blob/main/docs/rules/${rule}.md`;
}
