import { type Extension, extensions } from "vscode";
import { ok } from "./expect.js";

/** The extension under test, whoever publishes it. */
export function thisExtension(): Extension<unknown> {
  const found = extensions.all.find(({ packageJSON }) => isOurs(packageJSON));
  ok(found, "The extension is not there.");
  return found;
}

function isOurs(manifest: unknown): boolean {
  return (manifest as { readonly name?: unknown }).name === "byob";
}
