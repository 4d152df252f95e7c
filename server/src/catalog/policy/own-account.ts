import { sources } from "../sources.js";
import { type Source } from "../source.js";

/** A way in which a host of policies names the account that it is applied to. */
interface OwnAccountReference {
  /** A stretch that every such reference holds. */
  readonly text: string;
  readonly source: Source;
}

/** References to one's own account, or to something that the same document makes in it. */
export const ownAccountReferences: readonly OwnAccountReference[] = [
  {
    text: "AWS::AccountId",
    source: sources["cloudformation-pseudo-parameters"],
  },
  {
    text: "data.aws_caller_identity.",
    source: sources["terraform-caller-identity"],
  },
];

/** How the hosts of policies write the resources that make and encrypt a bucket. */
export const encryptionResources = {
  buckets: ['"aws_s3_bucket"', "AWS::S3::Bucket"],
  keys: ['"aws_kms_key"', "AWS::KMS::Key"],
  /** A bucket's default encryption with a key that the same document makes. */
  encryption: [
    /\bkms_master_key_id\s*=\s*aws_kms_key\./,
    /\bKMSMasterKeyID["']?\s*:\s*(?:!GetAtt|\{?\s*["']?Fn::GetAtt)/,
  ],
  /** What names its key as a bucket does, so that the key may be for that. */
  otherUsers: ['"aws_sqs_queue"', '"aws_sns_topic"'],
} as const;
