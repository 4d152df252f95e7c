import { type Extension, extensions } from "vscode";
import { type Shown, type Watched } from "../../../client/src/shown.js";
import { ok } from "./expect.js";

/** The extension under test, whoever publishes it. */
export function thisExtension(): Extension<Shown> {
  const found = (extensions.all as readonly Extension<Shown>[]).find(({ packageJSON }) =>
    isOurs(packageJSON),
  );
  ok(found, "The extension is not there.");
  return found;
}

function isOurs(manifest: unknown): boolean {
  return (manifest as { readonly name?: unknown }).name === "byob";
}

/** Waits until a value of the extension's is as it should be, and gives it. */
export async function awaitShown<T>(
  { get, onDidChange }: Watched<T>,
  isExpected: (value: T) => boolean,
): Promise<T> {
  return await new Promise((resolve, reject) => {
    const check = (): void => {
      if (!isExpected(get())) return;
      stop();
      resolve(get());
    };
    const subscription = onDidChange(check);
    const timer = setTimeout(() => {
      stop();
      const value: unknown = get();
      const shown = JSON.stringify(
        value instanceof Map ? [...(value as Iterable<unknown>)] : value,
      );
      reject(new Error(`What is shown is still not as expected: ${shown}`));
    }, patience);
    const stop = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    check();
  });
}

/** Shorter than a test may last, so that a test that waits in vain tells what is shown instead. */
const patience = 60_000;
