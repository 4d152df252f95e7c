import { sources } from "../sources.js";
import { type Source } from "../source.js";

/** `AKIA…`, `ASIA…` and the unique ids that AWS gives to other things. */
export const awsIdentifierLength = 20;
const identifierTail = "[A-Z0-9]{16}$";

export const awsKeyShapes = {
  lasting: new RegExp(`^AKIA${identifierTail}`),
  /** Works only together with a session token, for which an address has no place. */
  temporary: new RegExp(`^ASIA${identifierTail}`),
  /** Ids of users, roles, groups, policies and instance profiles. */
  principal: new RegExp(`^(?:AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASCA|APKA|ABIA|ACCA)${identifierTail}`),
  source: sources["iam-identifiers"],
} as const;

export const awsSecretLength = 40;

/** An Azure storage key is 64 bytes in base64. */
export const azureKeyLength = 88;

export const googleServiceAccountDomain = ".gserviceaccount.com";
export const privateKeyBegin = "-----BEGIN ";
export const privateKeyEnd = "PRIVATE KEY-----";

/** Keys that documentation and default installations use, in the form of their user part. */
export const sampleKeys: readonly { readonly user: string; readonly source: Source }[] = [
  { user: "AKIAIOSFODNN7EXAMPLE", source: sources["iam-access-keys"] },
  { user: "AKIAI44QH8DHBEXAMPLE", source: sources["iam-access-keys"] },
  { user: "minioadmin", source: sources["minio-default-keys"] },
];
