import { principalTexts, type NamedPrincipal } from "./principal.js";
import { type Arn, readArn } from "../policy/arn.js";
import { type Policy, type Statement } from "../policy/policy.js";

/** A principal that lives in another partition of AWS than the resources of its statement. */
export interface ForeignPrincipal {
  readonly place: NamedPrincipal;
  readonly partition: string;
  readonly resourcePartition: string;
}

/** Principals that can never reach the statement's resources, as partitions share no accounts. */
export function foreignPrincipals(policy: Policy): readonly ForeignPrincipal[] {
  return policy.statements.flatMap((statement) => {
    const resourcePartition = partitionOfResources(statement);
    if (resourcePartition === undefined) return [];
    return principalTexts(statement.principal).flatMap((place) => {
      const partition = partitionOf(readArn(place.text.value ?? ""));
      if (place.text.partial || partition === undefined || partition === resourcePartition)
        return [];
      return [{ place, partition, resourcePartition }];
    });
  });
}

function partitionOfResources({ resource }: Statement): string | undefined {
  if (resource?.unknown !== false) return undefined;
  let only: string | undefined;
  for (const { arn } of resource.resources) {
    const partition = partitionOf(arn);
    if (partition === undefined) continue;
    if (only !== undefined && only !== partition) return undefined;
    only = partition;
  }
  return only;
}

function partitionOf(arn: Arn | undefined): string | undefined {
  const partition = arn?.partition.value;
  return partition?.startsWith("aws") === true && !partition.includes("*") ? partition : undefined;
}
