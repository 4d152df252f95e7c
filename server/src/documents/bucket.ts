import { type Address } from "../model/address/address.js";
import { type BucketParts } from "../model/bucket/bucket.js";
import { type Environment } from "../model/installation/environment.js";
import { type Policy } from "../model/policy/policy.js";
import { type BYOBDocument } from "./document.js";

/**
 * The parts of a document that can contradict each other. Most documents have none: settings have to
 * hold several values, and a key's policy has to stand beside something that the key is for. Pages and
 * templates show alternatives, which need not agree.
 */
export function bucketPartsOf({ isExample, parts, source }: BYOBDocument): BucketParts | undefined {
  // What a broken text leaves out cannot be missed.
  if (isExample || parts.some(({ brokenAt }) => brokenAt !== undefined)) return undefined;
  const addresses: Address[] = [];
  const environments: Environment[] = [];
  const policies: Policy[] = [];
  let hasKey = false;
  for (const part of parts) {
    switch (part.kind) {
      case "address":
        addresses.push(part.model);
        break;
      case "lifecycle":
      case "google-iam":
      case "azure-identity":
        break;
      case "environment":
        environments.push(part.model);
        break;
      case "key-policy":
        hasKey = true;
        policies.push(part.model);
        break;
      case "policy":
        policies.push(part.model);
        break;
      case "cors":
    }
  }
  if (environments.length === 0 && !(hasKey && parts.length > 1)) {
    // A bucket policy may demand a key, which tells something beside an address only.
    if (policies.length === 0 || addresses.length === 0) return undefined;
  }
  return { text: source.getText(), addresses, environments, policies };
}
