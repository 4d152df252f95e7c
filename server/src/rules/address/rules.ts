import { type Rule } from "../rule.js";
import { knownParameter } from "./known-parameter.js";
import { knownRegion } from "./known-region.js";
import { knownScheme } from "./known-scheme.js";
import { matchDeployment } from "./match-deployment.js";
import { matchEndpointRegion } from "./match-endpoint-region.js";
import { matchPartitionDomain } from "./match-partition-domain.js";
import { noAmbiguousHost } from "./no-ambiguous-host.js";
import { noAzureEndpoint } from "./no-azure-endpoint.js";
import { noAzureUser } from "./no-azure-user.js";
import { noBucketInHost } from "./no-bucket-in-host.js";
import { noCoreweavePathStyle } from "./no-coreweave-path-style.js";
import { noCoreweaveRegion } from "./no-coreweave-region.js";
import { noDotsInBucketName } from "./no-dots-in-bucket-name.js";
import { noDoubleEncoding } from "./no-double-encoding.js";
import { noDuplicateParameter } from "./no-duplicate-parameter.js";
import { noEndpointScheme } from "./no-endpoint-scheme.js";
import { noInternalEndpoint } from "./no-internal-endpoint.js";
import { noPlaceholder } from "./no-placeholder.js";
import { noPlaintextSecret } from "./no-plaintext-secret.js";
import { noReservedName } from "./no-reserved-name.js";
import { noSampleKey } from "./no-sample-key.js";
import { noSurroundingWhitespace } from "./no-surrounding-whitespace.js";
import { noUnencodedHash } from "./no-unencoded-hash.js";
import { noUnexpandedVariable } from "./no-unexpanded-variable.js";
import { preferLowercaseScheme } from "./prefer-lowercase-scheme.js";
import { preferPercentEncoding } from "./prefer-percent-encoding.js";
import { requireAtSign } from "./require-at-sign.js";
import { requireBucket } from "./require-bucket.js";
import { requireCoreweaveEndpoint } from "./require-coreweave-endpoint.js";
import { requireCoreweaveScheme } from "./require-coreweave-scheme.js";
import { requireIpv6Brackets } from "./require-ipv6-brackets.js";
import { requireKeyPair } from "./require-key-pair.js";
import { requireMinimumVersion } from "./require-minimum-version.js";
import { requirePercentEncoding } from "./require-percent-encoding.js";
import { requireRegion } from "./require-region.js";
import { requireRegionalEndpoint } from "./require-regional-endpoint.js";
import { requireShellQuotes } from "./require-shell-quotes.js";
import { requireTls } from "./require-tls.js";
import { validAccessKey } from "./valid-access-key.js";
import { validBoolean } from "./valid-boolean.js";
import { validBucketName } from "./valid-bucket-name.js";
import { validParameterSeparator } from "./valid-parameter-separator.js";
import { validPath } from "./valid-path.js";
import { validPort } from "./valid-port.js";
import { validPrivateKey } from "./valid-private-key.js";
import { validSchemeSeparator } from "./valid-scheme-separator.js";
import { validSecretKey } from "./valid-secret-key.js";
import { validServiceAccount } from "./valid-service-account.js";
import { validUrl } from "./valid-url.js";
import { validWeaveAddress } from "./valid-weave-address.js";

/** Every rule of this group, in the order in which they are listed. */
export const addressRules: readonly Rule<"address">[] = [
  knownScheme,
  preferLowercaseScheme,
  validSchemeSeparator,
  noSurroundingWhitespace,
  requireShellQuotes,
  noUnexpandedVariable,
  validUrl,
  noPlaceholder,
  requireAtSign,
  requireKeyPair,
  requirePercentEncoding,
  noDoubleEncoding,
  preferPercentEncoding,
  validSecretKey,
  validAccessKey,
  noSampleKey,
  noPlaintextSecret,
  noAzureUser,
  validServiceAccount,
  validPrivateKey,
  noEndpointScheme,
  validPort,
  requireIpv6Brackets,
  noInternalEndpoint,
  noAmbiguousHost,
  requireRegionalEndpoint,
  matchPartitionDomain,
  knownRegion,
  requireCoreweaveScheme,
  requireCoreweaveEndpoint,
  noAzureEndpoint,
  noBucketInHost,
  requireBucket,
  validBucketName,
  noReservedName,
  noDotsInBucketName,
  validPath,
  noUnencodedHash,
  validParameterSeparator,
  knownParameter,
  noDuplicateParameter,
  validBoolean,
  requireRegion,
  matchEndpointRegion,
  requireTls,
  noCoreweaveRegion,
  noCoreweavePathStyle,
  validWeaveAddress,
  matchDeployment,
  requireMinimumVersion,
];
