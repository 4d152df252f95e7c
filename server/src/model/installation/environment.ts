import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { type SourceText } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { type Address, bareContext, type HostFormat, readAddress } from "../address/address.js";
import { type Naming } from "../../catalog/bucket-names.js";
import { type Member, type StringValue } from "../../syntax/value.js";
import { type Store } from "./store.js";
import { type ChartBucket } from "./chart-bucket.js";

/** The settings of one process: a dotenv file, a container's `env`, a shell script's exports. */
export interface Environment {
  /** In document order, duplicates included. */
  readonly variables: readonly Variable[];
  /** What the variables stand in, where they are written one by one. */
  readonly host?: HostFormat;
  /** Whether they are a Kubernetes Secret's, where secrets belong. */
  readonly isSecret?: boolean;
  /** The buckets of a Helm chart's values, which become variables when it is installed. */
  readonly buckets?: readonly ChartBucket[];
  /** The buckets that a custom resource, a SCIM request or a module's inputs describe. */
  readonly stores?: readonly Store[];
  /** The buckets, accounts and containers that a command creates. */
  readonly created?: readonly CreatedBucket[];
  /** Fields that are not read where they stand, and what is meant. */
  readonly misplaced?: readonly Misplaced[];
}

/** A bucket, an account or a container that is to be created. */
export interface CreatedBucket {
  readonly naming: Naming;
  readonly name: StringValue;
}

/** A field that nothing reads, and the one that is. */
export interface Misplaced {
  readonly member: Member;
  readonly meant: string;
}

export interface Variable {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: SourceText;
  readonly valueSpan: Span;
}

/** The variable that counts: of several with one name the last. */
export function variableOf({ variables }: Environment, name: string): Variable | undefined {
  return variables.findLast((variable) => variable.name === name);
}

/** The address of the instance's bucket, which several variables may hold; the first that does. */
export function instanceAddress(environment: Environment): Address | undefined {
  for (const variable of environment.variables) {
    if (settingKeyOf(variable.name)?.role !== "address" || variable.value.value === "") continue;
    const address = addressOf(variable);
    if (address.provider !== undefined) return address;
  }
  return undefined;
}

/** A variable's value as an address, whatever it holds. */
export function addressOf({ name, nameSpan, value, valueSpan }: Variable): Address {
  return readAddress(value, { ...bareContext, name, nameSpan, valueSpan, known: true });
}
