import { awsPrincipals } from "../catalog/wandb/principals.js";
import { type AnyPart } from "./part.js";
import { speaksOfWandb } from "./prefilter.js";

const accounts = awsPrincipals.map(({ account }) => account);

/**
 * Whether a document says that the bucket it configures is W&B's: it names W&B or one of its accounts,
 * it or its folder is named after W&B, or it has settings of W&B's.
 */
export function namesWandb(uri: string, text: string, parts: readonly AnyPart[]): boolean {
  return (
    parts.some(isOfWandb) ||
    isNamedAfterWandb(uri) ||
    speaksOfWandb(text) ||
    accounts.some((account) => text.includes(account))
  );
}

/** Whether a part is W&B's by its nature: a command may create anybody's bucket. */
function isOfWandb(part: AnyPart): boolean {
  if (part.kind === "environment") return part.model.created === undefined;
  return part.kind === "address";
}

/** Only the file's name and its folder's tell: a folder further up may contain anything. */
function isNamedAfterWandb(uri: string): boolean {
  return /wandb|\bbyob\b/i.test(uri.split("/").slice(-2).join("/"));
}
