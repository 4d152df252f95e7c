import { type StringValue } from "../../syntax/value.js";

/** Who is given which role on a bucket in Cloud Storage, in a whole document. */
export interface GoogleBindings {
  readonly bindings: readonly GoogleBinding[];
}

export interface GoogleBinding {
  readonly role: StringValue;
  readonly members: readonly StringValue[];
}
