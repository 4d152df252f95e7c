import { type Rule } from "../rule.js";
import { admitWandbToBucketAndKey } from "./admit-wandb-to-bucket-and-key.js";
import { matchKeyRegion } from "./match-key-region.js";

export const documentRules: readonly Rule<"document">[] = [
  admitWandbToBucketAndKey,
  matchKeyRegion,
];
