import { type Rule } from "../rule.js";
import { matchBucketAndKeyAccess } from "./match-bucket-and-key-access.js";
import { matchKeyRegion } from "./match-key-region.js";

export const bucketRules: readonly Rule<"bucket">[] = [matchBucketAndKeyAccess, matchKeyRegion];
