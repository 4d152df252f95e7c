import { ConfigurationTarget, workspace } from "vscode";

/** Does something while a setting of this window has a value, and takes the value back. */
export async function withSetting(
  name: string,
  value: unknown,
  act: () => Promise<void>,
): Promise<void> {
  const set = async (given: unknown): Promise<void> => {
    await workspace.getConfiguration().update(name, given, ConfigurationTarget.Workspace);
  };
  await set(value);
  try {
    await act();
  } finally {
    await set(undefined);
  }
}
