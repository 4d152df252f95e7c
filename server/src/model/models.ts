import { type Address } from "./address/address.js";
import { type Cors } from "./cors/cors.js";
import { type Environment } from "./installation/environment.js";
import { type Policy } from "./policy/policy.js";

/** What each kind of part is read into. A new kind starts with a line here. */
export interface Models {
  readonly address: Address;
  readonly environment: Environment;
  readonly cors: Cors;
  readonly policy: Policy;
  readonly "key-policy": Policy;
}

export type Kind = keyof Models;
