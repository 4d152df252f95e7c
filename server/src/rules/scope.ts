import {
  allCorsDialects,
  azureDialects,
  gcsDialects,
  s3Dialects,
  type CorsDialect,
} from "../catalog/cors/dialects.js";
import {
  allAddressKinds,
  allHostFormats,
  otherKinds,
  s3Kinds,
  wandbKinds,
  type AddressKind,
  type HostFormat,
} from "../model/address/address.js";
import { allPolicyTypes, type PolicyType } from "../model/policy/policy.js";
import { formatList } from "../text/list.js";
import { policyTypesByGroup, type Group, type PolicyGroup, type RuleMeta } from "./rule.js";

const policyNames: Readonly<Record<PolicyType, string>> = {
  bucket: "bucket policies",
  minio: "MinIO policies",
  "coreweave-bucket": "CoreWeave bucket policies",
  "coreweave-organization": "CoreWeave organization policies",
  key: "key policies",
  identity: "identity policies",
  trust: "trust policies",
};

const dialectNames: Readonly<Record<CorsDialect, string>> = {
  s3: "S3 console",
  "s3-cli": "AWS CLI",
  "s3-xml": "S3 XML",
  cloudformation: "CloudFormation",
  "terraform-aws": "Terraform for AWS",
  gcs: "Google Cloud CLI",
  "gcs-api": "Google Cloud API",
  "terraform-google": "Terraform for Google Cloud",
  azure: "Azure templates",
  "azure-xml": "Azure XML",
  "azure-cli": "Azure CLI",
  "terraform-azure": "Terraform for Azure",
};

const kindNames: Readonly<Record<AddressKind, string>> = {
  cw: "cw://",
  "s3-aws": "s3:// with an AWS endpoint",
  "s3-compatible": "s3:// with another endpoint",
  "s3-ambient": "s3:// with only a bucket",
  s3: "s3:// with a host that can be a bucket or an endpoint",
  gs: "gs://",
  az: "az://",
  foreign: "another program's scheme",
  unknown: "an unknown scheme or none",
};

const hostNames: Readonly<Record<HostFormat, string>> = {
  plain: "plain text",
  dotenv: ".env files",
  shell: "shell scripts",
  compose: "Compose files",
  kubernetes: "Kubernetes manifests",
  helm: "Helm values",
  yaml: "other YAML",
  json: "JSON",
  terraform: "Terraform",
  toml: "TOML",
  properties: "properties files",
  markdown: "Markdown",
};

/** What a rule judges, for its readers. */
export function judges(rule: RuleMeta): readonly string[] {
  const { id, dialects = allCorsDialects, kinds = allAddressKinds, hosts } = rule;
  const group = groupOf(id);
  switch (group) {
    case "address": {
      const places = hosts === undefined ? [] : [placesOf(hosts)];
      const named = summed(kinds, [
        [allAddressKinds, "all addresses"],
        [wandbKinds, "all addresses with a W&B scheme"],
        [otherKinds, "addresses with another scheme or none"],
        [s3Kinds, "s3://"],
      ]);
      return [...named.names, ...named.rest.map((kind) => kindNames[kind]), ...places];
    }
    case "cors": {
      const named = summed(dialects, [
        [allCorsDialects, "all CORS configurations"],
        [s3Dialects, "all Amazon S3 CORS configurations"],
        [gcsDialects, "all Cloud Storage CORS configurations"],
        [azureDialects, "all Azure CORS configurations"],
      ]);
      return [...named.names, ...named.rest.map((dialect) => dialectNames[dialect])];
    }
    case "installation":
      return ["Helm values and environment variables"];
    case "lifecycle":
      return ["lifecycle rules and soft delete"];
    case "google-iam":
      return ["Cloud Storage IAM bindings"];
    case "azure-identity":
      return ["Azure federated credentials"];
    case "bucket":
      return ["all settings of one bucket in a file"];
    default:
      return allPolicyTypes
        .filter((type) => policyTypesOf(rule)?.includes(type) === true)
        .map((type) => policyNames[type]);
  }
}

function placesOf(hosts: readonly HostFormat[]): string {
  const others = allHostFormats.filter((host) => !hosts.includes(host));
  return others.length < hosts.length
    ? `except in ${formatList(others.map((host) => hostNames[host]))}`
    : `only in ${formatList(hosts.map((host) => hostNames[host]))}`;
}

/** The types of policies that a rule judges; absent for a rule on something else. */
export function policyTypesOf({ id, policyTypes }: RuleMeta): readonly PolicyType[] | undefined {
  const group = groupOf(id);
  return policyTypes ?? (isPolicyGroup(group) ? policyTypesByGroup[group] : undefined);
}

function groupOf(id: RuleMeta["id"]): Group {
  return id.slice(0, id.indexOf("/")) as Group;
}

function isPolicyGroup(group: Group): group is PolicyGroup {
  return Object.hasOwn(policyTypesByGroup, group);
}

/** Says whole sets by their names, the largest first, and leaves the rest. */
function summed<Item>(
  items: readonly Item[],
  sets: readonly (readonly [set: readonly Item[], name: string])[],
): { readonly names: readonly string[]; readonly rest: readonly Item[] } {
  const names: string[] = [];
  let rest = items;
  for (const [set, name] of sets) {
    if (!set.every((item) => rest.includes(item))) continue;
    names.push(name);
    rest = rest.filter((item) => !set.includes(item));
  }
  return { names, rest };
}
