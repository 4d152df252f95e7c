import {
  type ActionDetail,
  type ResourceTypeDetail,
  serviceDetail,
} from "../../catalog/service-reference.js";
import { type Arn, readArn } from "./arn.js";
import { remember } from "../../text/memo.js";
import { isPattern } from "./pattern.js";
import { fitsType, type ResourceName } from "./resource.js";

/** Services whose ARNs are known by heart; sessions of `sts` are not among its resource types. */
const referenceServices = [
  "iam",
  "kms",
  "s3",
  "s3-object-lambda",
  "s3-outposts",
  "s3express",
  "s3tables",
  "s3vectors",
] as const;

/** The resource types whose ARNs have a service in their third field; absent where not all are known. */
export function typesOfArns(service: string): readonly ResourceTypeDetail[] | undefined {
  if (!referenceServices.some((known) => known === service)) return undefined;
  const known = typesByService.get(service);
  if (known !== undefined) return known;
  const types = [...referenceServices, "sts"].flatMap((prefix) =>
    [...(serviceDetail(prefix)?.resourceTypes.values() ?? [])].filter(
      ({ arn }) => readArn(arn)?.service.value === service,
    ),
  );
  typesByService.set(service, types);
  return types;
}

const typesByService = new Map<string, readonly ResourceTypeDetail[]>();

/** What an ARN of a policy may name, by its resource field; absent where its service is not known so well. */
export function typesNamed(
  resource: ResourceName & { readonly arn: Arn },
): readonly ResourceTypeDetail[] | undefined {
  return typesByArn(resource.value);
}

const typesByArn = remember((value) => {
  const arn = readArn(value);
  if (arn === undefined) return undefined;
  const types = typesOfArns(arn.service.value)?.filter((type) => fitsType(type, value, arn));
  if (types === undefined || arn.region.value === "") return types;
  // "accesspoint/…" could be an object of a bucket of that name, were there no Region before it.
  const regional = types.filter((type) => hasField(type, "region"));
  return regional.length === 0 ? types : regional;
});

/** Whether a field says exactly one thing. */
export function isLiteral(value: string): boolean {
  return value !== "" && !isPattern(value) && !value.includes("${");
}

/** Whether ARNs of a type have a region, or an account. */
export function hasField(type: ResourceTypeDetail, field: "region" | "account"): boolean {
  return readArn(type.arn)?.[field].value !== "";
}

/** Whether an action can be done to one of a policy's resources. */
export function fitsAny(action: ActionDetail, resources: readonly ResourceName[]): boolean {
  for (const { value, arn } of resources) {
    if (value === "*") return true;
    if (arn === undefined) continue;
    const types = typesByArn(value);
    for (const type of action.resourceTypes) {
      // Types are the reference's own objects, so that one is found by being the same.
      if (types === undefined ? fitsType(type, value, arn) : types.includes(type)) return true;
    }
  }
  return false;
}
