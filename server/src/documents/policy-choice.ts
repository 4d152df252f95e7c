import { type PolicyTypeChoice } from "../schema/settings.js";
import { matchesGlob } from "../text/glob.js";
import { type ReadOptions } from "./document.js";

/** What the user says that the policies of a file are, by glob; the last that matches counts. */
export function chosenPolicyType(
  uri: string,
  choices: Readonly<Record<string, PolicyTypeChoice>>,
): ReadOptions["policyType"] {
  const choice = Object.entries(choices).findLast(([glob]) => matchesGlob(glob, uri))?.[1];
  return choice === "auto" ? undefined : choice;
}
