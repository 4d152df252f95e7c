import { type Rule } from "../rule.js";
import { knownField } from "./known-field.js";
import { knownMethod } from "./known-method.js";
import { matchStorageProvider } from "./match-storage-provider.js";
import { maxListSize } from "./max-list-size.js";
import { maxRules } from "./max-rules.js";
import { maxSize } from "./max-size.js";
import { noCommaSeparatedValues } from "./no-comma-separated-values.js";
import { noDuplicateKey } from "./no-duplicate-key.js";
import { noDuplicateValue } from "./no-duplicate-value.js";
import { noExposeHeadersField } from "./no-expose-headers-field.js";
import { noMultipleWildcards } from "./no-multiple-wildcards.js";
import { noPartialWildcardOrigin } from "./no-partial-wildcard-origin.js";
import { noPlaceholder } from "./no-placeholder.js";
import { noSplitMethods } from "./no-split-methods.js";
import { noUnreachableRule } from "./no-unreachable-rule.js";
import { noUnsupportedTarget } from "./no-unsupported-target.js";
import { noWildcardExposedHeader } from "./no-wildcard-exposed-header.js";
import { noWildcardOrigin } from "./no-wildcard-origin.js";
import { requireExposedEtag } from "./require-exposed-etag.js";
import { requireFields } from "./require-fields.js";
import { requireRuleList } from "./require-rule-list.js";
import { requireRule } from "./require-rule.js";
import { requireShellQuotes } from "./require-shell-quotes.js";
import { requireUploadHeaders } from "./require-upload-headers.js";
import { requireWandbMethods } from "./require-wandb-methods.js";
import { requireWandbOrigin } from "./require-wandb-origin.js";
import { validHeaderName } from "./valid-header-name.js";
import { validJson } from "./valid-json.js";
import { validMaxAge } from "./valid-max-age.js";
import { validOrigin } from "./valid-origin.js";
import { validRuleId } from "./valid-rule-id.js";
import { validValueTypes } from "./valid-value-types.js";
import { validXml } from "./valid-xml.js";

/** Every rule of this group, in the order in which they are listed. */
export const corsRules: readonly Rule<"cors">[] = [
  validJson,
  validXml,
  requireWandbMethods,
  requireExposedEtag,
  noExposeHeadersField,
  requireUploadHeaders,
  requireWandbOrigin,
  requireFields,
  noSplitMethods,
  requireRule,
  requireRuleList,
  knownField,
  matchStorageProvider,
  validValueTypes,
  noCommaSeparatedValues,
  knownMethod,
  validMaxAge,
  validOrigin,
  noMultipleWildcards,
  noPartialWildcardOrigin,
  noWildcardExposedHeader,
  validHeaderName,
  noPlaceholder,
  maxRules,
  maxSize,
  maxListSize,
  validRuleId,
  noUnreachableRule,
  noDuplicateKey,
  noDuplicateValue,
  noWildcardOrigin,
  noUnsupportedTarget,
  requireShellQuotes,
];
