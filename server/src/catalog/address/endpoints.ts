import {
  azureBlobDomains,
  coreweaveCacheEndpoint,
  coreweaveDomains,
  coreweaveEndpoint,
  googleStorageHosts,
  regionalServices,
} from "./providers.js";
import { partitions } from "../regions.js";

/** Whose host it is, and what the host's labels say. Spans are offsets into the host. */
export interface Endpoint {
  readonly service: "aws" | "coreweave" | "azure" | "google" | "other";
  readonly form: EndpointForm;
  readonly region: Label | undefined;
  /** A bucket or account that stands before the endpoint. */
  readonly bucket: Label | undefined;
  /** The endpoint itself, without the bucket. */
  readonly base: Label;
}

export interface Label {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type EndpointForm =
  | "regional" // s3.us-west-2.amazonaws.com
  | "dual-stack" // s3.dualstack.us-west-2.amazonaws.com
  | "fips" // s3-fips.us-west-2.amazonaws.com, with or without dualstack
  | "global" // s3.amazonaws.com
  | "legacy" // s3-us-west-2.amazonaws.com
  | "accelerate" // s3-accelerate.amazonaws.com
  | "website" // s3-website-us-west-2.amazonaws.com
  | "vpc" // bucket.vpce-….s3.us-west-2.vpce.amazonaws.com
  | "special" // access points, Outposts, directory buckets
  | "cache" // cwlota.com
  | "older" // accel-object.<zone>.coreweave.com
  | "named" // cwobject.com, storage.googleapis.com, blob.core.windows.net
  | "unknown";

const awsDomains = [...new Set(partitions.map(({ dnsSuffix }) => dnsSuffix))];

export function readEndpoint(host: string): Endpoint {
  const lower = host.toLowerCase();
  return (
    readCoreweave(lower) ??
    readAws(lower) ??
    readDomain(lower, "azure", azureBlobDomains) ??
    readDomain(lower, "google", googleStorageHosts) ??
    readRegional(lower) ?? {
      service: "other",
      form: "unknown",
      region: undefined,
      bucket: undefined,
      base: label(lower, 0, lower.length),
    }
  );
}

/** Names at or below a domain; the match is on whole labels. */
function isBelow(host: string, domain: string): boolean {
  if (!host.endsWith(domain)) return false;
  return host.length === domain.length || host[host.length - domain.length - 1] === ".";
}

function readCoreweave(host: string): Endpoint | undefined {
  const domain = coreweaveDomains.find((candidate) => isBelow(host, candidate));
  if (domain === undefined) return undefined;
  if (domain === coreweaveEndpoint || domain === coreweaveCacheEndpoint) {
    return {
      service: "coreweave",
      form: domain === coreweaveEndpoint ? "named" : "cache",
      region: undefined,
      bucket: before(host, host.length - domain.length),
      base: label(host, host.length - domain.length, host.length),
    };
  }
  return {
    service: "coreweave",
    form: "older",
    region: undefined,
    bucket: undefined,
    base: label(host, 0, host.length),
  };
}

function readDomain(
  host: string,
  service: "azure" | "google",
  domains: readonly string[],
): Endpoint | undefined {
  const domain = domains.find((candidate) => isBelow(host, candidate));
  if (domain === undefined) return undefined;
  const start = host.length - domain.length;
  return {
    service,
    form: "named",
    region: undefined,
    bucket: before(host, start),
    base: label(host, start, host.length),
  };
}

function readAws(host: string): Endpoint | undefined {
  const suffix = awsDomains.find((candidate) => isBelow(host, candidate));
  if (suffix === undefined) return undefined;
  const labels = split(host.slice(0, Math.max(0, host.length - suffix.length - 1)));
  const index = labels.findLastIndex(({ text }) => /^s3(?:-|express-|$)/.test(text));
  const service = labels[index];
  if (service === undefined) {
    return {
      service: "aws",
      form: "unknown",
      region: undefined,
      bucket: undefined,
      base: label(host, 0, host.length),
    };
  }
  const behind = labels.slice(index + 1).filter(({ text }) => text !== "dualstack");
  const isVpc = behind.at(-1)?.text === "vpce";
  const region = isVpc ? behind.at(-2) : behind.at(-1);
  const isDualStack = labels[index + 1]?.text === "dualstack";
  return {
    service: "aws",
    base: label(host, isVpc ? 0 : service.start, host.length),
    bucket: isVpc ? undefined : before(host, service.start),
    ...formOf(service, region, isVpc, isDualStack),
  };
}

function formOf(
  service: Label,
  region: Label | undefined,
  isVpc: boolean,
  isDualStack: boolean,
): Pick<Endpoint, "form" | "region"> {
  const { text, start, end } = service;
  if (isVpc) return { form: "vpc", region };
  if (text === "s3-accelerate") return { form: "accelerate", region: undefined };
  if (text === "s3-fips") return { form: "fips", region };
  if (text.startsWith("s3-website")) return { form: "website", region };
  if (text === "s3" && region === undefined) return { form: "global", region };
  if (text === "s3") return { form: isDualStack ? "dual-stack" : "regional", region };
  const isLegacy = region === undefined && /^s3-[a-z]+(?:-[a-z]+)+-\d+$/.test(text);
  if (isLegacy) return { form: "legacy", region: { text: text.slice(3), start: start + 3, end } };
  return { form: region === undefined ? "unknown" : "special", region };
}

function readRegional(host: string): Endpoint | undefined {
  for (const service of regionalServices) {
    const [head = "", tail = ""] = service.host.split("*");
    if (!host.startsWith(head) || !host.endsWith(tail)) continue;
    const region = label(host, head.length, host.length - tail.length);
    if (region.text === "" || region.text.includes(".")) continue;
    return {
      service: "other",
      form: "regional",
      region,
      bucket: undefined,
      base: label(host, 0, host.length),
    };
  }
  return undefined;
}

function split(text: string): readonly Label[] {
  const labels: Label[] = [];
  let start = 0;
  for (const part of text.split(".")) {
    labels.push({ text: part, start, end: start + part.length });
    start += part.length + 1;
  }
  return labels;
}

function before(host: string, start: number): Label | undefined {
  return start > 1 ? label(host, 0, start - 1) : undefined;
}

function label(host: string, start: number, end: number): Label {
  return { text: host.slice(start, end), start, end };
}
