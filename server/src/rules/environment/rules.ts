import { type Rule } from "../rule.js";
import { giveAzureKeyAsAccessKey } from "./give-azure-key-as-access-key.js";
import { keepSecretOutOfValues } from "./keep-secret-out-of-values.js";
import { listCoreweaveByScheme } from "./list-coreweave-by-scheme.js";
import { listOneStore } from "./list-one-store.js";
import { matchAwsRegion } from "./match-aws-region.js";
import { nameAzureKeyOnce } from "./name-azure-key-once.js";
import { nameBucketWithoutScheme } from "./name-bucket-without-scheme.js";
import { nameContainer } from "./name-container.js";
import { nameCoreweaveEndpoint } from "./name-coreweave-endpoint.js";
import { nameKnownAuthMethod } from "./name-known-auth-method.js";
import { nameKnownProvider } from "./name-known-provider.js";
import { nameKnownVariable } from "./name-known-variable.js";
import { nameOneBucket } from "./name-one-bucket.js";
import { omitKeysForCloudStorage } from "./omit-keys-for-cloud-storage.js";
import { pairAzureIdentity } from "./pair-azure-identity.js";
import { pairBucketKeys } from "./pair-bucket-keys.js";
import { separateBucketAndQueue } from "./separate-bucket-and-queue.js";
import { suitChartVersion } from "./suit-chart-version.js";
import { tellEndpointFromBucket } from "./tell-endpoint-from-bucket.js";
import { useInternalQueue } from "./use-internal-queue.js";
import { useKmsKeyWithAws } from "./use-kms-key-with-aws.js";
import { usePlainSecret } from "./use-plain-secret.js";

/** Every rule of this group, in the order in which they are listed. */
export const environmentRules: readonly Rule<"environment">[] = [
  nameKnownVariable,
  separateBucketAndQueue,
  useInternalQueue,
  matchAwsRegion,
  useKmsKeyWithAws,
  nameAzureKeyOnce,
  listCoreweaveByScheme,
  listOneStore,
  nameKnownProvider,
  nameBucketWithoutScheme,
  nameContainer,
  tellEndpointFromBucket,
  nameCoreweaveEndpoint,
  pairBucketKeys,
  giveAzureKeyAsAccessKey,
  omitKeysForCloudStorage,
  usePlainSecret,
  keepSecretOutOfValues,
  nameKnownAuthMethod,
  pairAzureIdentity,
  suitChartVersion,
  nameOneBucket,
];
