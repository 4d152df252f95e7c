import { type Address } from "../address/address.js";
import { type Environment } from "../installation/environment.js";
import { type Policy } from "../policy/policy.js";

/** The parts of one document beside each other, for what no part tells by itself. */
export interface BucketParts {
  /** All of the document: what stands between the parts tells what belongs together. */
  readonly text: string;
  readonly addresses: readonly Address[];
  readonly environments: readonly Environment[];
  readonly policies: readonly Policy[];
}

/** The only policy of a type; of several it cannot be told which belongs to what. */
export function onlyPolicy({ policies }: BucketParts, type: Policy["type"]): Policy | undefined {
  const [only, ...others] = policies.filter((policy) => policy.type === type);
  return others.length === 0 ? only : undefined;
}
