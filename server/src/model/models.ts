import { type Address } from "./address/address.js";
import { type Cors } from "./cors/cors.js";
import { type Environment } from "./installation/environment.js";
import { type Federation } from "./azure-identity/federation.js";
import { type GoogleBindings } from "./google-iam/bindings.js";
import { type Lifecycle } from "./lifecycle/lifecycle.js";
import { type Policy } from "./policy/policy.js";

/** What each kind of part is read into. A new kind starts with a line here. */
export interface Models {
  readonly address: Address;
  readonly environment: Environment;
  readonly cors: Cors;
  readonly policy: Policy;
  readonly "key-policy": Policy;
  readonly lifecycle: Lifecycle;
  readonly "google-iam": GoogleBindings;
  readonly "azure-identity": Federation;
}

export type Kind = keyof Models;
