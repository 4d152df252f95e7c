import { type Rule } from "../rule.js";
import { knownAuthMethod } from "./known-auth-method.js";
import { knownField } from "./known-field.js";
import { knownProvider } from "./known-provider.js";
import { knownRegion } from "./known-region.js";
import { knownVariable } from "./known-variable.js";
import { matchAwsRegion } from "./match-aws-region.js";
import { matchQueueToBucket } from "./match-queue-to-bucket.js";
import { noAmbiguousHost } from "./no-ambiguous-host.js";
import { noAzureSecretKey } from "./no-azure-secret-key.js";
import { noBucketScheme } from "./no-bucket-scheme.js";
import { noDuplicateAzureKey } from "./no-duplicate-azure-key.js";
import { noGcsKeys } from "./no-gcs-keys.js";
import { noIgnoredDefaultBucket } from "./no-ignored-default-bucket.js";
import { noKmsKeyOutsideAws } from "./no-kms-key-outside-aws.js";
import { noMultipleStores } from "./no-multiple-stores.js";
import { noPlaintextSecret } from "./no-plaintext-secret.js";
import { noSpecialCharactersInSecret } from "./no-special-characters-in-secret.js";
import { noSwappedBucketAndQueue } from "./no-swapped-bucket-and-queue.js";
import { preferBareCoreweaveScheme } from "./prefer-bare-coreweave-scheme.js";
import { requireAzureIdentityPair } from "./require-azure-identity-pair.js";
import { requireContainer } from "./require-container.js";
import { requireCoreweaveEndpoint } from "./require-coreweave-endpoint.js";
import { requireKeyArn } from "./require-key-arn.js";
import { requireField } from "./require-field.js";
import { requireKeyPair } from "./require-key-pair.js";
import { requireMinimumVersion } from "./require-minimum-version.js";
import { validMinioOrigin } from "./valid-minio-origin.js";
import { validNewBucketName } from "./valid-new-bucket-name.js";
import { validModuleInput } from "./valid-module-input.js";

/** Every rule of this group, in the order in which they are listed. */
export const installationRules: readonly Rule<"installation">[] = [
  knownVariable,
  noSwappedBucketAndQueue,
  matchQueueToBucket,
  knownRegion,
  matchAwsRegion,
  requireKeyArn,
  noKmsKeyOutsideAws,
  noDuplicateAzureKey,
  preferBareCoreweaveScheme,
  noMultipleStores,
  knownProvider,
  knownField,
  requireField,
  noBucketScheme,
  requireContainer,
  noAmbiguousHost,
  requireCoreweaveEndpoint,
  requireKeyPair,
  noAzureSecretKey,
  noGcsKeys,
  noSpecialCharactersInSecret,
  noPlaintextSecret,
  knownAuthMethod,
  requireAzureIdentityPair,
  requireMinimumVersion,
  noIgnoredDefaultBucket,
  validMinioOrigin,
  validModuleInput,
  validNewBucketName,
];
