import { type Rule } from "../rule.js";
import { avoidDotsInBucketName } from "./avoid-dots-in-bucket-name.js";
import { avoidReservedName } from "./avoid-reserved-name.js";
import { bracketIpv6 } from "./bracket-ipv6.js";
import { encodeAtSignAndColon } from "./encode-at-sign-and-colon.js";
import { encodeHash } from "./encode-hash.js";
import { encodeSecretOnce } from "./encode-secret-once.js";
import { endCredentials } from "./end-credentials.js";
import { followSchemeWithTwoSlashes } from "./follow-scheme-with-two-slashes.js";
import { giveWholePrivateKey } from "./give-whole-private-key.js";
import { giveWholeSecret } from "./give-whole-secret.js";
import { keepSecretOutOfFile } from "./keep-secret-out-of-file.js";
import { keepWeaveAddressPlain } from "./keep-weave-address-plain.js";
import { leaveAzureUserEmpty } from "./leave-azure-user-empty.js";
import { leaveNoPlaceholder } from "./leave-no-placeholder.js";
import { matchEndpointRegion } from "./match-endpoint-region.js";
import { nameBareAccount } from "./name-bare-account.js";
import { nameBucket } from "./name-bucket.js";
import { nameEndpointWithoutScheme } from "./name-endpoint-without-scheme.js";
import { nameKnownParameter } from "./name-known-parameter.js";
import { nameKnownRegion } from "./name-known-region.js";
import { nameKnownScheme } from "./name-known-scheme.js";
import { nameLegalBucket } from "./name-legal-bucket.js";
import { nameLegalPort } from "./name-legal-port.js";
import { nameReachableEndpoint } from "./name-reachable-endpoint.js";
import { nameRegion } from "./name-region.js";
import { nameServiceAccount } from "./name-service-account.js";
import { omitCoreweavePathStyle } from "./omit-coreweave-path-style.js";
import { omitCoreweaveRegion } from "./omit-coreweave-region.js";
import { pairKeys } from "./pair-keys.js";
import { percentEncodeSecret } from "./percent-encode-secret.js";
import { putBucketInPath } from "./put-bucket-in-path.js";
import { quoteInShell } from "./quote-in-shell.js";
import { readWithoutError } from "./read-without-error.js";
import { replaceSampleKey } from "./replace-sample-key.js";
import { separateParameters } from "./separate-parameters.js";
import { standWithoutPadding } from "./stand-without-padding.js";
import { stateParameterOnce } from "./state-parameter-once.js";
import { suitDeployment } from "./suit-deployment.js";
import { suitServerVersion } from "./suit-server-version.js";
import { tellEndpointFromBucket } from "./tell-endpoint-from-bucket.js";
import { useCoreweaveEndpoint } from "./use-coreweave-endpoint.js";
import { useCoreweaveScheme } from "./use-coreweave-scheme.js";
import { useLastingAccessKey } from "./use-lasting-access-key.js";
import { usePartitionDomain } from "./use-partition-domain.js";
import { useRegionalEndpoint } from "./use-regional-endpoint.js";
import { useTls } from "./use-tls.js";
import { writeBoolean } from "./write-boolean.js";
import { writePlainPath } from "./write-plain-path.js";
import { writeSchemeInLowerCase } from "./write-scheme-in-lower-case.js";

/** Every rule of this group, in the order in which they are listed. */
export const addressRules: readonly Rule<"address">[] = [
  nameKnownScheme,
  writeSchemeInLowerCase,
  followSchemeWithTwoSlashes,
  standWithoutPadding,
  quoteInShell,
  readWithoutError,
  leaveNoPlaceholder,
  endCredentials,
  pairKeys,
  percentEncodeSecret,
  encodeSecretOnce,
  encodeAtSignAndColon,
  giveWholeSecret,
  useLastingAccessKey,
  replaceSampleKey,
  keepSecretOutOfFile,
  leaveAzureUserEmpty,
  nameServiceAccount,
  giveWholePrivateKey,
  nameEndpointWithoutScheme,
  nameLegalPort,
  bracketIpv6,
  nameReachableEndpoint,
  tellEndpointFromBucket,
  useRegionalEndpoint,
  usePartitionDomain,
  nameKnownRegion,
  useCoreweaveScheme,
  useCoreweaveEndpoint,
  nameBareAccount,
  putBucketInPath,
  nameBucket,
  nameLegalBucket,
  avoidReservedName,
  avoidDotsInBucketName,
  writePlainPath,
  encodeHash,
  separateParameters,
  nameKnownParameter,
  stateParameterOnce,
  writeBoolean,
  nameRegion,
  matchEndpointRegion,
  useTls,
  omitCoreweaveRegion,
  omitCoreweavePathStyle,
  keepWeaveAddressPlain,
  suitDeployment,
  suitServerVersion,
];
