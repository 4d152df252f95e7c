import { principalTexts, type NamedPrincipal } from "./access-principal.js";
import { readArn } from "./arn.js";
import { type Policy, type Statement } from "./policy.js";

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
      const partition = knownPartition(place.text.value);
      if (place.text.partial || partition === undefined || partition === resourcePartition)
        return [];
      return [{ place, partition, resourcePartition }];
    });
  });
}

function partitionOfResources({ resource }: Statement): string | undefined {
  const found = new Set(
    (resource?.items ?? []).map(({ value, partial }) =>
      partial ? undefined : knownPartition(value),
    ),
  );
  found.delete(undefined);
  const [only] = found;
  return found.size === 1 && resource?.unknown === false ? only : undefined;
}

function knownPartition(text: string | undefined): string | undefined {
  const partition = readArn(text ?? "")?.partition.value;
  return partition?.startsWith("aws") === true && !partition.includes("*") ? partition : undefined;
}
