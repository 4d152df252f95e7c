import { type Span } from "../../text/span.js";

/** The rules by which a storage deletes or moves what is in a bucket. */
export interface Lifecycle {
  readonly rules: readonly LifecycleRule[];
  /** Where soft delete is switched off. */
  readonly softDeleteOff: Span | undefined;
}

/** One rule that is in force, as far as it is about current objects. */
export interface LifecycleRule {
  /** What deletes objects, where the rule does. */
  readonly deletion: Span | undefined;
  /** After how many days, where it says so. */
  readonly days: string | undefined;
  /** Moves to a class whose objects must be restored before they can be read. */
  readonly archives: readonly { readonly span: Span; readonly storageClass: string }[];
}
