import { type StringValue } from "../../syntax/value.js";

/** A federated credential of Azure: whose tokens an identity accepts. */
export interface Federation {
  readonly issuer: StringValue | undefined;
  readonly subject: StringValue | undefined;
  readonly audiences: readonly StringValue[];
}
