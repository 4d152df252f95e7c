import { type Address } from "./address.js";
import { type Cors } from "./cors.js";
import { type Environment } from "./environment.js";
import { type Policy } from "./policy.js";

/** What each kind of part is read into. A new kind starts with a line here. */
export interface Models {
  readonly address: Address;
  readonly environment: Environment;
  readonly cors: Cors;
  readonly policy: Policy;
  readonly "key-policy": Policy;
}

export type Kind = keyof Models;
