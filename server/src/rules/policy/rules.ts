import { type Rule } from "../rule.js";
import { knownAction } from "./known-action.js";
import { knownConditionKey } from "./known-condition-key.js";
import { knownElement } from "./known-element.js";
import { knownOperator } from "./known-operator.js";
import { knownPartition } from "./known-partition.js";
import { knownRegion } from "./known-region.js";
import { knownResourceType } from "./known-resource-type.js";
import { knownService } from "./known-service.js";
import { knownWandbPrincipal } from "./known-wandb-principal.js";
import { matchActionToResource } from "./match-action-to-resource.js";
import { matchDeployment } from "./match-deployment.js";
import { matchOperatorToKey } from "./match-operator-to-key.js";
import { matchPartition } from "./match-partition.js";
import { matchValueToOperator } from "./match-value-to-operator.js";
import { maxSize } from "./max-size.js";
import { noAllowByExclusion } from "./no-allow-by-exclusion.js";
import { noAllowWithNotPrincipal } from "./no-allow-with-not-principal.js";
import { noAmbiguousBucketArn } from "./no-ambiguous-bucket-arn.js";
import { noBroadConditionWildcard } from "./no-broad-condition-wildcard.js";
import { noCidrHostBits } from "./no-cidr-host-bits.js";
import { noConflictingElements } from "./no-conflicting-elements.js";
import { noDeletedPrincipal } from "./no-deleted-principal.js";
import { noDeprecatedConditionKey } from "./no-deprecated-condition-key.js";
import { noDuplicateConditionKey } from "./no-duplicate-condition-key.js";
import { noDuplicateKey } from "./no-duplicate-key.js";
import { noDuplicateSid } from "./no-duplicate-sid.js";
import { noDuplicateStatement } from "./no-duplicate-statement.js";
import { noEmptyElement } from "./no-empty-element.js";
import { noFederatedPrincipal } from "./no-federated-principal.js";
import { noIneffectiveCondition } from "./no-ineffective-condition.js";
import { noMisplacedVariable } from "./no-misplaced-variable.js";
import { noMultipleBooleans } from "./no-multiple-booleans.js";
import { noMultipleLimits } from "./no-multiple-limits.js";
import { noNegatedPrefixCondition } from "./no-negated-prefix-condition.js";
import { noPlaceholder } from "./no-placeholder.js";
import { noPrivateSourceIp } from "./no-private-source-ip.js";
import { noRedundantAction } from "./no-redundant-action.js";
import { noRedundantResource } from "./no-redundant-resource.js";
import { noShadowedAllow } from "./no-shadowed-allow.js";
import { noSingleValuedSetOperator } from "./no-single-valued-set-operator.js";
import { noSpoofableConditionKey } from "./no-spoofable-condition-key.js";
import { noUnmetWandbCondition } from "./no-unmet-wandb-condition.js";
import { noUnnecessaryIfExists } from "./no-unnecessary-if-exists.js";
import { noUnrestrictedServicePrincipal } from "./no-unrestricted-service-principal.js";
import { noUnsupportedAction } from "./no-unsupported-action.js";
import { noUnsupportedCharacters } from "./no-unsupported-characters.js";
import { noUnsupportedConditionKey } from "./no-unsupported-condition-key.js";
import { noUnsupportedResource } from "./no-unsupported-resource.js";
import { noUnsupportedServiceCondition } from "./no-unsupported-service-condition.js";
import { noUnsupportedTagCondition } from "./no-unsupported-tag-condition.js";
import { noUnsupportedVariable } from "./no-unsupported-variable.js";
import { noUnsupportedVpceCondition } from "./no-unsupported-vpce-condition.js";
import { noWandbDeny } from "./no-wandb-deny.js";
import { noWeakeningIfExists } from "./no-weakening-if-exists.js";
import { noWildcardResource } from "./no-wildcard-resource.js";
import { noWildcardService } from "./no-wildcard-service.js";
import { preferArnOperator } from "./prefer-arn-operator.js";
import { preferNullOperator } from "./prefer-null-operator.js";
import { requireAction } from "./require-action.js";
import { requireBucketAndObjects } from "./require-bucket-and-objects.js";
import { requireConditionValue } from "./require-condition-value.js";
import { requireCurrentVersion } from "./require-current-version.js";
import { requireDependentAction } from "./require-dependent-action.js";
import { requireDynamodbSelect } from "./require-dynamodb-select.js";
import { requireKmsKeyArn } from "./require-kms-key-arn.js";
import { requireLikeOperator } from "./require-like-operator.js";
import { requireNullCheck } from "./require-null-check.js";
import { requirePairedConditionKey } from "./require-paired-condition-key.js";
import { requirePrincipal } from "./require-principal.js";
import { requireResource } from "./require-resource.js";
import { requireSetOperator } from "./require-set-operator.js";
import { requireStatement } from "./require-statement.js";
import { requireTagKey } from "./require-tag-key.js";
import { requireWandbActions } from "./require-wandb-actions.js";
import { validArn } from "./valid-arn.js";
import { validArnAccount } from "./valid-arn-account.js";
import { validArnRegion } from "./valid-arn-region.js";
import { validBucketName } from "./valid-bucket-name.js";
import { validConditionKey } from "./valid-condition-key.js";
import { validConditionValue } from "./valid-condition-value.js";
import { validEffect } from "./valid-effect.js";
import { validJson } from "./valid-json.js";
import { validMfaCondition } from "./valid-mfa-condition.js";
import { validNullOperator } from "./valid-null-operator.js";
import { validPrincipal } from "./valid-principal.js";
import { validPrincipalType } from "./valid-principal-type.js";
import { validServicePrincipal } from "./valid-service-principal.js";
import { validSid } from "./valid-sid.js";
import { validValueTypes } from "./valid-value-types.js";
import { validVariable } from "./valid-variable.js";
import { validVpcId } from "./valid-vpc-id.js";

/** Every rule of this group, in the order in which they are listed. */
export const policyRules: readonly Rule<"policy">[] = [
  validJson,
  noUnsupportedCharacters,
  noDuplicateKey,
  validValueTypes,
  knownElement,
  requireStatement,
  requireCurrentVersion,
  maxSize,
  noPlaceholder,
  validEffect,
  requirePrincipal,
  requireAction,
  requireResource,
  noConflictingElements,
  validSid,
  noDuplicateSid,
  noEmptyElement,
  validPrincipalType,
  validPrincipal,
  noDeletedPrincipal,
  knownAction,
  noUnsupportedAction,
  validArn,
  knownPartition,
  knownService,
  validArnRegion,
  validArnAccount,
  knownResourceType,
  noUnsupportedResource,
  noAmbiguousBucketArn,
  validBucketName,
  matchActionToResource,
  noWildcardService,
  validVariable,
  noMisplacedVariable,
  noAllowByExclusion,
  noWildcardResource,
  noRedundantAction,
  noRedundantResource,
  noDuplicateStatement,
  knownOperator,
  validNullOperator,
  noDuplicateConditionKey,
  validConditionKey,
  knownConditionKey,
  requireTagKey,
  noDeprecatedConditionKey,
  requireSetOperator,
  noSingleValuedSetOperator,
  requireNullCheck,
  matchOperatorToKey,
  preferArnOperator,
  requireLikeOperator,
  noUnsupportedVariable,
  matchValueToOperator,
  noMultipleBooleans,
  noMultipleLimits,
  requireConditionValue,
  noPrivateSourceIp,
  noCidrHostBits,
  validVpcId,
  requireKmsKeyArn,
  knownRegion,
  validServicePrincipal,
  noBroadConditionWildcard,
  preferNullOperator,
  noIneffectiveCondition,
  noUnsupportedConditionKey,
  noUnsupportedTagCondition,
  requireDependentAction,
  requirePairedConditionKey,
  requireDynamodbSelect,
  noNegatedPrefixCondition,
  noSpoofableConditionKey,
  noAllowWithNotPrincipal,
  noUnrestrictedServicePrincipal,
  noUnsupportedServiceCondition,
  noFederatedPrincipal,
  validMfaCondition,
  noWeakeningIfExists,
  noUnnecessaryIfExists,
  validConditionValue,
  noUnsupportedVpceCondition,
  noShadowedAllow,
  matchPartition,
  noUnmetWandbCondition,
  noWandbDeny,
  matchDeployment,
  knownWandbPrincipal,
  requireBucketAndObjects,
  requireWandbActions,
];
