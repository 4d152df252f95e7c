import { type Rule } from "../rule.js";
import { listCoreweaveByScheme } from "./list-coreweave-by-scheme.js";
import { listOneStore } from "./list-one-store.js";
import { matchAwsRegion } from "./match-aws-region.js";
import { nameAzureKeyOnce } from "./name-azure-key-once.js";
import { nameKnownVariable } from "./name-known-variable.js";
import { separateBucketAndQueue } from "./separate-bucket-and-queue.js";
import { useInternalQueue } from "./use-internal-queue.js";
import { useKmsKeyWithAws } from "./use-kms-key-with-aws.js";

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
];
