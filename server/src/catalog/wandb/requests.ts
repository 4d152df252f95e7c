import { sources } from "../sources.js";
import { type Fact } from "../source.js";

/** What requests of a server, such as W&B's, do not carry, by condition key. */
export interface AbsentKeys {
  readonly keys: readonly string[];
  /** The beginnings of keys that go on with a name of the user's, such as a tag's. */
  readonly prefixes: readonly string[];
}

/** A server signs in with a role or an access key, and neither with a multi-factor device. */
export const withoutMfa: Fact<AbsentKeys> = {
  value: { keys: ["aws:MultiFactorAuthAge"], prefixes: [] },
  source: sources["global-condition-keys"],
  certainty: "documented",
};

/** The key that is absent or false without a multi-factor device. */
export const mfaKey = "aws:MultiFactorAuthPresent";

/**
 * Headers that W&B's uploads lack: they set no ACL, no grants and no tags, for which the documented
 * policy gives no permission either.
 */
export const withoutAclAndTags: Fact<AbsentKeys> = {
  value: {
    keys: [
      "s3:x-amz-acl",
      "s3:x-amz-grant-full-control",
      "s3:x-amz-grant-read",
      "s3:x-amz-grant-read-acp",
      "s3:x-amz-grant-write",
      "s3:x-amz-grant-write-acp",
      "s3:RequestObjectTagKeys",
    ],
    prefixes: ["s3:RequestObjectTag/"],
  },
  source: sources["wandb-byob"],
  certainty: "documented",
};

/** The key for the ID of the caller, and how that of a role's session begins. */
export const callerId = { key: "aws:userid", rolePrefix: "AROA" } as const;
