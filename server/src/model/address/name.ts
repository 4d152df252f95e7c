import { nameRules, type NameRules, type Naming } from "../../catalog/bucket-names.js";
import { findNameFormFault, type NameFormFault, suggestNameFor } from "../bucket-name.js";
import { partOf, type Address, type Component } from "./address.js";

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
export interface NameFault {
  readonly type: NameFormFault["type"];
  readonly part: Component;
}

/** The first fault of a name's form. */
export function findNameFault(address: Address, { part, naming }: Named): NameFault | undefined {
  const fault = findNameFormFault(part.text, naming);
  if (fault === undefined) return undefined;
  const { type, span } = fault;
  if (type === "length" || type === "ip-address") return { type, part };
  return { type, part: partOf(address, part.start + span.start, part.start + span.end) };
}

/** A name that keeps the rules and differs as little as can be, if it can be told. */
export function suggestName({ part, naming }: Named): string | undefined {
  return suggestNameFor(part.text, naming);
}
