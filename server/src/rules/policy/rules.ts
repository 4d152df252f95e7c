import { allowByName } from "./allow-by-name.js";
import { beValidJson } from "./be-valid-json.js";
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
  fitActionToResource,
  spellServiceOut,
  writeWholeVariables,
  placeVariables,
  allowByName,
  limitPassedRoles,
  limitLinkedRoles,
  notRepeatAction,
  notRepeatResource,
  notRepeatStatement,
];
