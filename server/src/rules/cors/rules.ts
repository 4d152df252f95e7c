import { type Rule } from "../rule.js";
import { allowUploadHeaders } from "./allow-upload-headers.js";
import { allowUploadMethods } from "./allow-upload-methods.js";
import { allowWandbOrigin } from "./allow-wandb-origin.js";
import { beAList } from "./be-a-list.js";
import { beValidJson } from "./be-valid-json.js";
import { exposeEtag } from "./expose-etag.js";
import { fillPlaceholders } from "./fill-placeholders.js";
import { fitAzureLimits } from "./fit-azure-limits.js";
import { fitSizeLimit } from "./fit-size-limit.js";
import { haveRequiredKeys } from "./have-required-keys.js";
import { haveShortUniqueIds } from "./have-short-unique-ids.js";
import { keepMethodsTogether } from "./keep-methods-together.js";
import { keepOneDialect } from "./keep-one-dialect.js";
import { limitRules } from "./limit-rules.js";
import { matchSentOrigins } from "./match-sent-origins.js";
import { nameValidHeaders } from "./name-valid-headers.js";
import { narrowOrigins } from "./narrow-origins.js";
import { notClearCors } from "./not-clear-cors.js";
import { notExposeWildcard } from "./not-expose-wildcard.js";
import { notRepeatKeys } from "./not-repeat-keys.js";
import { notRepeatValues } from "./not-repeat-values.js";
import { reachEveryRule } from "./reach-every-rule.js";
import { separateValues } from "./separate-values.js";
import { spellOriginsOut } from "./spell-origins-out.js";
import { takeEffect } from "./take-effect.js";
import { useKnownKeys } from "./use-known-keys.js";
import { useKnownMethods } from "./use-known-methods.js";
import { useOneWildcard } from "./use-one-wildcard.js";
import { useResponseHeader } from "./use-response-header.js";
import { useRightTypes } from "./use-right-types.js";
import { useWholeSeconds } from "./use-whole-seconds.js";

/** Every rule of this group, in the order in which they are listed. */
export const corsRules: readonly Rule<"cors">[] = [
  beValidJson,
  allowUploadMethods,
  exposeEtag,
  useResponseHeader,
  allowUploadHeaders,
  allowWandbOrigin,
  haveRequiredKeys,
  keepMethodsTogether,
  notClearCors,
  beAList,
  useKnownKeys,
  keepOneDialect,
  useRightTypes,
  separateValues,
  useKnownMethods,
  useWholeSeconds,
  matchSentOrigins,
  useOneWildcard,
  spellOriginsOut,
  notExposeWildcard,
  nameValidHeaders,
  fillPlaceholders,
  limitRules,
  fitSizeLimit,
  fitAzureLimits,
  haveShortUniqueIds,
  reachEveryRule,
  notRepeatKeys,
  notRepeatValues,
  narrowOrigins,
  takeEffect,
];
