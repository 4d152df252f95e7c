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

/**
 * What W&B's requests lack because its server, SDK and command line ask for the files themselves: they go through no
 * other service, copy nothing, bring no encryption key of their own, and come from no page.
 */
export const directRequests: Fact<AbsentKeys> = {
  value: {
    keys: [
      "aws:CalledVia",
      "aws:CalledViaFirst",
      "aws:CalledViaLast",
      "aws:PrincipalServiceName",
      "aws:PrincipalServiceNamesList",
      "aws:Referer",
      "s3:x-amz-copy-source",
      "s3:x-amz-metadata-directive",
      "s3:x-amz-server-side-encryption-customer-algorithm",
    ],
    prefixes: [],
  },
  source: sources["wandb-byob"],
  certainty: "inferred",
};

/** How W&B's requests are signed: with the fourth version, and by a header where they are no presigned URLs. */
export const signing = {
  version: { key: "s3:signatureversion", value: "AWS4-HMAC-SHA256" },
  header: { key: "s3:authType", value: "REST-HEADER" },
  source: sources["s3-signature-keys"],
} as const;

/** The key for the ID of the caller, and how that of a role's session begins. */
export const callerId = { key: "aws:userid", rolePrefix: "AROA" } as const;
