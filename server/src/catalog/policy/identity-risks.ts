import { type Source } from "../source.js";

export const escalationSource: Source = {
  title: "parliament: privilege escalation",
  url: "https://github.com/duo-labs/parliament/blob/main/parliament/community_auditors/privilege_escalation.py",
  date: "2025-04",
};

export const credentialsSource: Source = {
  title: "parliament: credentials exposure",
  url: "https://github.com/duo-labs/parliament/blob/main/parliament/community_auditors/credentials_exposure.py",
  date: "2025-04",
};

export const permissionsSource: Source = {
  title: "parliament: permissions management actions",
  url: "https://github.com/duo-labs/parliament/blob/main/parliament/community_auditors/permissions_management.py",
  date: "2025-04",
};

/** Actions that together give their holder permissions which the policy itself does not. */
export const escalations: readonly (readonly [string, ...string[]])[] = [
  ["iam:CreateAccessKey"],
  ["iam:CreateLoginProfile"],
  ["iam:UpdateLoginProfile"],
  ["iam:CreatePolicyVersion"],
  ["iam:SetDefaultPolicyVersion"],
  ["iam:AttachUserPolicy"],
  ["iam:AttachGroupPolicy"],
  ["iam:AttachRolePolicy", "sts:AssumeRole"],
  ["iam:PutUserPolicy"],
  ["iam:PutGroupPolicy"],
  ["iam:PutRolePolicy", "sts:AssumeRole"],
  ["iam:AddUserToGroup"],
  ["iam:UpdateAssumeRolePolicy", "sts:AssumeRole"],
  ["iam:PassRole", "ec2:RunInstances"],
  ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
  ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
  ["iam:PassRole", "glue:CreateDevEndpoint"],
  ["iam:PassRole", "cloudformation:CreateStack"],
  ["iam:PassRole", "datapipeline:CreatePipeline"],
  ["glue:UpdateDevEndpoint"],
  ["lambda:UpdateFunctionCode"],
];

/** Actions that answer with credentials, or make some. */
export const credentialActions: readonly string[] = [
  "codepipeline:PollForJobs",
  "cognito-identity:GetCredentialsForIdentity",
  "cognito-identity:GetOpenIdToken",
  "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
  "cognito-idp:AssociateSoftwareToken",
  "connect:GetFederationToken",
  "ecr:GetAuthorizationToken",
  "gamelift:RequestUploadCredentials",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreateServiceSpecificCredential",
  "iam:ResetServiceSpecificCredential",
  "iam:UpdateAccessKey",
  "iot:AssumeRoleWithCertificate",
  "lightsail:GetInstanceAccessDetails",
  "lightsail:GetRelationalDatabaseMasterUserPassword",
  "mediapackage:RotateIngestEndpointCredentials",
  "rds-db:connect",
  "redshift:GetClusterCredentials",
  "sso:GetRoleCredentials",
  "sts:AssumeRole",
  "sts:AssumeRoleWithSAML",
  "sts:AssumeRoleWithWebIdentity",
  "sts:GetFederationToken",
  "sts:GetSessionToken",
];
