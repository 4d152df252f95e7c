import { allowByName } from "./allow-by-name.js";
import { beValidJson } from "./be-valid-json.js";
import { endBucketName } from "./end-bucket-name.js";
import { fitActionToResource } from "./fit-action-to-resource.js";
import { haveUniqueKeys } from "./have-unique-keys.js";
import { holdStatements } from "./hold-statements.js";
import { keepWithinSize } from "./keep-within-size.js";
import { leaveNoPlaceholder } from "./leave-no-placeholder.js";
import { limitLinkedRoles } from "./limit-linked-roles.js";
import { limitPassedRoles } from "./limit-passed-roles.js";
import { nameCurrentVersion } from "./name-current-version.js";
import { nameKnownAction } from "./name-known-action.js";
import { nameKnownElement } from "./name-known-element.js";
import { nameKnownPartition } from "./name-known-partition.js";
import { nameKnownResource } from "./name-known-resource.js";
import { nameKnownService } from "./name-known-service.js";
import { nameLivingPrincipal } from "./name-living-principal.js";
import { namePrincipalKind } from "./name-principal-kind.js";
import { notCombineOpposites } from "./not-combine-opposites.js";
import { notHoldEmpties } from "./not-hold-empties.js";
import { notRepeatAction } from "./not-repeat-action.js";
import { notRepeatResource } from "./not-repeat-resource.js";
import { notRepeatStatement } from "./not-repeat-statement.js";
import { placeVariables } from "./place-variables.js";
import { spellServiceOut } from "./spell-service-out.js";
import { startWithBrace } from "./start-with-brace.js";
import { stateAction } from "./state-action.js";
import { stateEffect } from "./state-effect.js";
import { statePrincipal } from "./state-principal.js";
import { stateResource } from "./state-resource.js";
import { useKnownTypes } from "./use-known-types.js";
import { usePlainCharacters } from "./use-plain-characters.js";
import { usePlainSids } from "./use-plain-sids.js";
import { useSupportedActions } from "./use-supported-actions.js";
import { useSupportedResources } from "./use-supported-resources.js";
import { useUniqueSids } from "./use-unique-sids.js";
import { writeArnAccount } from "./write-arn-account.js";
import { writeArnRegion } from "./write-arn-region.js";
import { writeWholeArn } from "./write-whole-arn.js";
import { writeWholePrincipal } from "./write-whole-principal.js";
import { writeWholeVariables } from "./write-whole-variables.js";
import { type Rule } from "../rule.js";
import { useKnownOperator } from "./use-known-operator.js";
import { useNullAlone } from "./use-null-alone.js";
import { nameConditionKeyOnce } from "./name-condition-key-once.js";
import { nameConditionKeyWithService } from "./name-condition-key-with-service.js";
import { nameKnownConditionKey } from "./name-known-condition-key.js";
import { nameTagInConditionKey } from "./name-tag-in-condition-key.js";
import { replaceDeprecatedKey } from "./replace-deprecated-key.js";
import { qualifyMultivaluedKey } from "./qualify-multivalued-key.js";
import { qualifyOnlyMultivaluedKeys } from "./qualify-only-multivalued-keys.js";
import { demandKeyOfSetOperator } from "./demand-key-of-set-operator.js";
import { useOperatorOfTheKeyType } from "./use-operator-of-the-key-type.js";
import { compareArnsAsArns } from "./compare-arns-as-arns.js";
import { useLikeForWildcards } from "./use-like-for-wildcards.js";
import { useVariablesInStrings } from "./use-variables-in-strings.js";
import { giveValuesOfTheOperatorType } from "./give-values-of-the-operator-type.js";
import { giveOneBoolean } from "./give-one-boolean.js";
import { giveOneLimit } from "./give-one-limit.js";
import { giveConditionValues } from "./give-condition-values.js";
import { givePublicAddresses } from "./give-public-addresses.js";
import { limitResources } from "./limit-resources.js";
import { maskIpRange } from "./mask-ip-range.js";
import { giveVpcId } from "./give-vpc-id.js";
import { giveKmsKeyArn } from "./give-kms-key-arn.js";
import { nameKnownRegion } from "./name-known-region.js";
import { nameServicePrincipal } from "./name-service-principal.js";
import { keepWildcardsNarrow } from "./keep-wildcards-narrow.js";
import { testPresenceWithNull } from "./test-presence-with-null.js";
import { omitConditionsThatTellNothing } from "./omit-conditions-that-tell-nothing.js";
import { useKeysThatActionsCarry } from "./use-keys-that-actions-carry.js";
import { tagOnlyWhatCarriesTags } from "./tag-only-what-carries-tags.js";
import { allowCompanionActions } from "./allow-companion-actions.js";
import { pairConditionKeys } from "./pair-condition-keys.js";
import { selectSpecificAttributes } from "./select-specific-attributes.js";
import { matchPrefixesPositively } from "./match-prefixes-positively.js";
import { testOwnerInIdentityPolicies } from "./test-owner-in-identity-policies.js";
import { trustNoCallerControlledKey } from "./trust-no-caller-controlled-key.js";
import { allowNamedPrincipals } from "./allow-named-principals.js";
import { restrictServicePrincipal } from "./restrict-service-principal.js";
import { useKeysThatServicesCarry } from "./use-keys-that-services-carry.js";
import { keepFederationToTrustPolicies } from "./keep-federation-to-trust-policies.js";
import { testMfaSoundly } from "./test-mfa-soundly.js";
import { keepGuardsUnconditional } from "./keep-guards-unconditional.js";
import { omitNeedlessIfExists } from "./omit-needless-if-exists.js";
import { giveValuesOfOneType } from "./give-values-of-one-type.js";
import { limitEndpointKeysToServices } from "./limit-endpoint-keys-to-services.js";

/** Every rule of this group, in the order in which they are listed. */
export const policyRules: readonly Rule<"policy">[] = [
  beValidJson,
  startWithBrace,
  usePlainCharacters,
  haveUniqueKeys,
  useKnownTypes,
  nameKnownElement,
  holdStatements,
  nameCurrentVersion,
  keepWithinSize,
  leaveNoPlaceholder,
  stateEffect,
  statePrincipal,
  stateAction,
  stateResource,
  notCombineOpposites,
  usePlainSids,
  useUniqueSids,
  notHoldEmpties,
  namePrincipalKind,
  writeWholePrincipal,
  nameLivingPrincipal,
  nameKnownAction,
  useSupportedActions,
  writeWholeArn,
  nameKnownPartition,
  nameKnownService,
  writeArnRegion,
  writeArnAccount,
  nameKnownResource,
  useSupportedResources,
  endBucketName,
  fitActionToResource,
  spellServiceOut,
  writeWholeVariables,
  placeVariables,
  allowByName,
  limitPassedRoles,
  limitResources,
  limitLinkedRoles,
  notRepeatAction,
  notRepeatResource,
  notRepeatStatement,
  useKnownOperator,
  useNullAlone,
  nameConditionKeyOnce,
  nameConditionKeyWithService,
  nameKnownConditionKey,
  nameTagInConditionKey,
  replaceDeprecatedKey,
  qualifyMultivaluedKey,
  qualifyOnlyMultivaluedKeys,
  demandKeyOfSetOperator,
  useOperatorOfTheKeyType,
  compareArnsAsArns,
  useLikeForWildcards,
  useVariablesInStrings,
  giveValuesOfTheOperatorType,
  giveOneBoolean,
  giveOneLimit,
  giveConditionValues,
  givePublicAddresses,
  maskIpRange,
  giveVpcId,
  giveKmsKeyArn,
  nameKnownRegion,
  nameServicePrincipal,
  keepWildcardsNarrow,
  testPresenceWithNull,
  omitConditionsThatTellNothing,
  useKeysThatActionsCarry,
  tagOnlyWhatCarriesTags,
  allowCompanionActions,
  pairConditionKeys,
  selectSpecificAttributes,
  matchPrefixesPositively,
  testOwnerInIdentityPolicies,
  trustNoCallerControlledKey,
  allowNamedPrincipals,
  restrictServicePrincipal,
  useKeysThatServicesCarry,
  keepFederationToTrustPolicies,
  testMfaSoundly,
  keepGuardsUnconditional,
  omitNeedlessIfExists,
  giveValuesOfOneType,
  limitEndpointKeysToServices,
];
