import {
  longestDottedGoogleName,
  nameRules,
  type NameRules,
  type Naming,
} from "../../catalog/address/naming.js";
import { isIpAddress, partOf, type Address, type Component } from "./address.js";

/** A bucket, a storage account or a container that an address names, and whose rules it follows. */
export interface Named {
  readonly part: Component;
  readonly naming: Naming;
  readonly rules: NameRules;
}

/** The names that an address holds in full. */
export function namesOf(address: Address): readonly Named[] {
  const { account, container, bucket } = address;
  const names: Named[] = [];
  const add = (part: Component | undefined, naming: Naming): void => {
    const rules = nameRules[naming];
    // "$web" is a name of Azure's and not a variable.
    if (part !== undefined && (!part.partial || rules.reservedNames.includes(part.text))) {
      names.push({ part, naming, rules });
    }
  };
  add(account, "azure-account");
  add(container, "azure-container");
  add(bucket, bucketNaming(address));
  return names;
}

function bucketNaming({ kind, endpoint }: Address): Naming {
  if (kind === "gs") return "google";
  if (kind === "cw" || endpoint?.service === "coreweave") return "coreweave";
  return kind === "s3-compatible" ? "s3-compatible" : "aws";
}

/** What is wrong with a name's form. */
export type NameFault =
  | { readonly type: "length"; readonly part: Component }
  | { readonly type: "character"; readonly part: Component }
  | { readonly type: "edge"; readonly part: Component }
  | { readonly type: "run"; readonly part: Component }
  | { readonly type: "ip-address"; readonly part: Component };

/** The first fault of a name's form. */
export function findNameFault(
  address: Address,
  { part, rules, naming }: Named,
): NameFault | undefined {
  const name = part.text;
  if (rules.reservedNames.includes(name)) return undefined;
  for (let offset = 0; offset < name.length; offset += 1) {
    if (isNameCharacter(name[offset] ?? "", rules.marks)) continue;
    const start = part.start + offset;
    return { type: "character", part: partOf(address, start, start + 1) };
  }
  const longest =
    naming === "google" && name.includes(".") ? longestDottedGoogleName : rules.maximum;
  const hasLongPart = name.split(".").some(({ length }) => length > rules.maximum);
  if (name.length < rules.minimum || name.length > longest || hasLongPart) {
    return { type: "length", part };
  }
  if (rules.forbidsIpAddress && isIpAddress(name)) return { type: "ip-address", part };
  if (rules.marks.includes(name[0] ?? "a")) {
    return { type: "edge", part: partOf(address, part.start, part.start + 1) };
  }
  if (rules.marks.includes(name.at(-1) ?? "a")) {
    return { type: "edge", part: partOf(address, part.end - 1, part.end) };
  }
  for (const run of rules.forbiddenRuns) {
    const start = name.indexOf(run);
    if (start < 0) continue;
    const from = part.start + start;
    return { type: "run", part: partOf(address, from, from + run.length) };
  }
  return undefined;
}

/** A name that keeps the rules and differs as little as can be, if it can be told. */
export function suggestName({ part, rules }: Named): string | undefined {
  // Of an escape or a letter outside ASCII too little would be left.
  if (!/^[\w. -]+$/.test(part.text)) return undefined;
  const mark = rules.marks.includes("-") ? "-" : "";
  const name = Array.from(part.text.toLowerCase())
    .map((character) => (isNameCharacter(character, rules.marks) ? character : mark))
    .join("")
    .replace(/^[-._]+/, "")
    .replace(/[-._]+$/, "");
  return name.length < rules.minimum || name.length > rules.maximum || name === part.text
    ? undefined
    : name;
}

function isNameCharacter(character: string, marks: string): boolean {
  return /^[a-z0-9]$/.test(character) || (character !== "" && marks.includes(character));
}
