import { sources } from "../sources.js";
import { type Fact, type Source } from "../source.js";

/** What holds a policy and so says what it is, whatever it says itself. */
export interface PolicyContainer {
  /** A type of Terraform's or CloudFormation's resources, an operation of the AWS CLI, or a file of the Serverless Framework. */
  readonly resource: string;
  /** The attribute, property or option that holds the policy. */
  readonly name: string;
  readonly type: "bucket" | "key" | "identity" | "trust";
}

type Row = readonly [resource: string, name: string, type: PolicyContainer["type"]];

const rows = (source: Source, ...found: readonly Row[]): Fact<readonly PolicyContainer[]> => ({
  value: found.map(([resource, name, type]) => ({ resource, name, type })),
  source,
  certainty: "documented",
});

export const policyContainers: readonly Fact<readonly PolicyContainer[]>[] = [
  rows(
    sources["terraform-iam-role"],
    ["aws_iam_role", "assume_role_policy", "trust"],
    ["aws_iam_role", "policy", "identity"],
    ["aws_iam_role_policy", "policy", "identity"],
    ["aws_iam_user_policy", "policy", "identity"],
    ["aws_iam_group_policy", "policy", "identity"],
    ["aws_iam_policy", "policy", "identity"],
    ["aws_s3_bucket_policy", "policy", "bucket"],
    ["aws_s3_bucket", "policy", "bucket"],
    ["aws_kms_key", "policy", "key"],
    ["aws_kms_external_key", "policy", "key"],
    ["aws_kms_replica_key", "policy", "key"],
    ["aws_kms_key_policy", "policy", "key"],
  ),
  rows(
    sources["cloudformation-iam-role-policy"],
    ["AWS::IAM::Role", "AssumeRolePolicyDocument", "trust"],
    ["AWS::IAM::Role", "PolicyDocument", "identity"],
    ["AWS::IAM::RolePolicy", "PolicyDocument", "identity"],
    ["AWS::IAM::User", "PolicyDocument", "identity"],
    ["AWS::IAM::UserPolicy", "PolicyDocument", "identity"],
    ["AWS::IAM::Group", "PolicyDocument", "identity"],
    ["AWS::IAM::GroupPolicy", "PolicyDocument", "identity"],
    ["AWS::IAM::Policy", "PolicyDocument", "identity"],
    ["AWS::IAM::ManagedPolicy", "PolicyDocument", "identity"],
    ["AWS::S3::BucketPolicy", "PolicyDocument", "bucket"],
    ["AWS::KMS::Key", "KeyPolicy", "key"],
    ["AWS::KMS::ReplicaKey", "KeyPolicy", "key"],
    ["AWS::Serverless::Function", "Policies", "identity"],
    ["AWS::Serverless::Function", "AssumeRolePolicyDocument", "trust"],
    ["AWS::Serverless::StateMachine", "Policies", "identity"],
  ),
  rows(
    sources["serverless-iam"],
    ["serverless", "statements", "identity"],
    ["serverless", "iamRoleStatements", "identity"],
  ),
  rows(
    sources["aws-cli-put-bucket-policy"],
    ["put-bucket-policy", "--policy", "bucket"],
    ["put-key-policy", "--policy", "key"],
    ["create-key", "--policy", "key"],
    ["create-role", "--assume-role-policy-document", "trust"],
    ["update-assume-role-policy", "--policy-document", "trust"],
    ["create-policy", "--policy-document", "identity"],
    ["create-policy-version", "--policy-document", "identity"],
    ["put-role-policy", "--policy-document", "identity"],
    ["put-user-policy", "--policy-document", "identity"],
    ["put-group-policy", "--policy-document", "identity"],
  ),
];
