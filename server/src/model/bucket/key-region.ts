import { kmsKeyIdKey } from "../../catalog/policy/condition-keys.js";
import { viaServiceKey } from "../../catalog/policy/request-keys.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import { locate, type SourceText } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { parameterOf, type Address } from "../address/address.js";
import { readArn } from "../policy/arn.js";
import { hasEndpoint, isGiven, type ChartBucket } from "../installation/chart-bucket.js";
import { isKey } from "../policy/condition.js";
import { onlyPolicy, type BucketParts } from "./bucket.js";
import { instanceAddress, variableOf, type Environment } from "../installation/environment.js";
import { readEndpoint } from "../../catalog/address/endpoints.js";
import { type Policy } from "../policy/policy.js";

/** The Region of a KMS key, or of the service that it is used through, at its place. */
interface KeyRegion {
  readonly region: string;
  readonly span: Span;
  readonly kind: "key" | "service";
}

/** A key that is not in the Region of its bucket. */
export interface ForeignKey extends KeyRegion {
  readonly bucketRegion: string;
}

/**
 * Keys in another Region than the bucket that they encrypt. A setting's key belongs to the bucket of the
 * same settings, any other to the document's bucket, as long as that has one Region everywhere.
 */
export function foreignKeys(parts: BucketParts): readonly ForeignKey[] {
  const found: ForeignKey[] = [];
  const open: (readonly KeyRegion[])[] = [];
  for (const environment of parts.environments) {
    for (const { key, region } of settledKeys(environment)) {
      if (key === undefined) continue;
      if (region === undefined) open.push([key]);
      else if (region !== key.region) found.push({ ...key, bucketRegion: region });
    }
  }
  open.push(...policyKeys(parts));
  if (open.length === 0) return found;
  const bucketRegion = onlyRegion(parts);
  if (bucketRegion === undefined) return found;
  // A policy that speaks of several Regions is that of a multi-Region key.
  const foreign = open.filter((keys) => keys.every(({ region }) => region !== bucketRegion));
  return [...found, ...foreign.flat().map((key) => ({ ...key, bucketRegion }))];
}

/** The key and the Region of each bucket that settings name. */
interface SettledKey {
  readonly key: KeyRegion | undefined;
  readonly region: string | undefined;
}

function settledKeys(environment: Environment): readonly SettledKey[] {
  const variable = variableOf(environment, "AWS_S3_KMS_ID");
  const key = variable && keyRegion(variable.value);
  const own = key === undefined ? [] : [{ key, region: regionOf(environment) }];
  return [...own, ...(environment.buckets ?? []).map(settledChartKey)];
}

function settledChartKey(bucket: ChartBucket): SettledKey {
  const node = bucket.fields.kmsKey?.node;
  return { key: node && keyRegion(node.content), region: chartRegion(bucket) };
}

/** The Region of a key's ARN; nothing for an id or an alias without one, or where it is filled in later. */
function keyRegion(text: SourceText): KeyRegion | undefined {
  const indent = text.value.length - text.value.trimStart().length;
  const arn = readArn(text.value.trim());
  if (arn?.service.value !== "kms" || !isPlainRegion(arn.region.value)) return undefined;
  const span = locate(text, indent + arn.region.start, indent + arn.region.end);
  return { region: arn.region.value, span, kind: "key" };
}

function isPlainRegion(text: string): boolean {
  return /^[a-z]+(?:-[a-z]+)+-\d+$/.test(text);
}

/** Where the bucket of a process is: by its address, or else by the variable for that. */
function regionOf(environment: Environment): string | undefined {
  const address = instanceAddress(environment);
  if (address === undefined || !isInAws(address)) return undefined;
  const region = addressRegion(address);
  if (region !== undefined) return region;
  const given = variableOf(environment, "AWS_REGION")?.value.value.trim() ?? "";
  return isPlainRegion(given) ? given : undefined;
}

function isInAws({ kind }: Address): boolean {
  return kind === "s3-aws" || kind === "s3-ambient";
}

function addressRegion(address: Address): string | undefined {
  const parameter = parameterOf(address, "region")?.value;
  const region = parameter === undefined ? address.endpoint?.region?.text : parameter.value;
  return region !== undefined && isPlainRegion(region) && !hasPlaceholder(region)
    ? region
    : undefined;
}

function chartRegion({ scheme, fields: { name, region } }: ChartBucket): string | undefined {
  if (scheme !== "s3" || !isGiven(name) || name.partial) return undefined;
  const endpoint = hasEndpoint(name.text)
    ? readEndpoint(name.text.split(/[/:]/, 1)[0] ?? "")
    : undefined;
  if (endpoint !== undefined && endpoint.service !== "aws") return undefined;
  const given = isGiven(region) ? region.text : (endpoint?.region?.text ?? "");
  return isPlainRegion(given) ? given : undefined;
}

/** The Regions that the policies of a key and of a bucket give for keys, by where they do. */
function policyKeys(parts: BucketParts): readonly (readonly KeyRegion[])[] {
  const key = onlyPolicy(parts, "key");
  const bucket = onlyPolicy(parts, "bucket");
  return [
    ...(key === undefined ? [] : [resourceKeys(key), serviceRegions(key)]),
    ...(bucket === undefined ? [] : [demandedKeys(bucket)]),
  ].filter((keys) => keys.length > 0);
}

function resourceKeys({ statements }: Policy): readonly KeyRegion[] {
  return statements.flatMap(({ resource }) =>
    (resource?.items ?? []).flatMap(({ node }) => {
      const found = node.kind === "string" ? keyRegion(node.content) : undefined;
      return found === undefined ? [] : [found];
    }),
  );
}

/** The keys that a bucket takes uploads with. */
function demandedKeys({ statements }: Policy): readonly KeyRegion[] {
  return statements
    .flatMap(({ conditions }) => conditions)
    .filter(({ key }) => isKey(key, kmsKeyIdKey))
    .flatMap(({ values }) =>
      values.flatMap((value) => {
        const found = value.kind === "string" ? keyRegion(value.content) : undefined;
        return found === undefined ? [] : [found];
      }),
    );
}

const s3Service = /^s3\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;

/** The Region whose S3 may use a key, where it is the only service that may. */
function serviceRegions({ statements }: Policy): readonly KeyRegion[] {
  return statements
    .filter(({ allows }) => allows === true)
    .flatMap(({ conditions }) => conditions)
    .filter(({ key, values }) => isKey(key, viaServiceKey) && values.length === 1)
    .flatMap(({ operator, values: [value] }) => {
      if (value?.kind !== "string" || operator.name.startsWith("StringNot")) return [];
      const region = s3Service.exec(value.value)?.groups?.["region"];
      if (region === undefined || !isPlainRegion(region)) return [];
      const start = value.value.indexOf(region);
      const span = locate(value.content, start, start + region.length);
      return [{ region, span, kind: "service" as const }];
    });
}

/** The Region of every bucket of AWS in the document, if it is the same and given for all. */
function onlyRegion({ addresses, environments }: BucketParts): string | undefined {
  const found = new Set<string | undefined>();
  for (const address of addresses) if (isInAws(address)) found.add(addressRegion(address));
  for (const environment of environments) {
    const address = instanceAddress(environment);
    if (address !== undefined && isInAws(address)) found.add(regionOf(environment));
    for (const bucket of environment.buckets ?? []) {
      if (bucket.scheme === "s3" && isGiven(bucket.fields.name)) found.add(chartRegion(bucket));
    }
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
