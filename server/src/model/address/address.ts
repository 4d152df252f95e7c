import { readEndpoint, type Endpoint, type Label } from "../../catalog/address/endpoints.js";
import { foreignSchemes, schemes, type Scheme } from "../../catalog/address/providers.js";
import { parseAddress, type AddressTokens } from "../../syntax/address.js";
import { parseGoUrl, unescape, type GoUrl } from "../../syntax/go-url.js";
import { type Placeholder } from "../../syntax/placeholders.js";
import { remember } from "../../text/memo.js";
import { locate, type SourceText } from "../../text/source-text.js";
import { nearest } from "../../text/nearest.js";
import { type Span } from "../../text/span.js";
import { isIpAddress } from "../bucket-name.js";

/** Where an address was found, which decides what it may be and how it is written. */
export interface AddressContext {
  /** The setting's name, such as `BUCKET`; absent where the string stands alone. */
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  /** The whole value as the host has it, quotes included. */
  readonly valueSpan: Span;
  /** The host format, for fixes that need its syntax. */
  readonly host: HostFormat;
  /** Whether the name is a W&B setting, or one that the user named as such. Any other text only looks alike. */
  readonly known: boolean;
  /** How the host quotes the value; `none` where a shell or YAML may read some characters otherwise. */
  readonly quote: Quote;
  /** Whether a program gets the value as it stands: no variable in it is filled in. */
  readonly isLiteral: boolean;
  /** Whether it is in a Kubernetes Secret, which is made for keys. */
  readonly isSecret: boolean;
  /** Whether a setting beside it gives the server a Region, such as `AWS_REGION`. */
  readonly hasRegion: boolean;
}

/** An address of which nothing is known but its text. */
export const bareContext = {
  name: undefined,
  nameSpan: undefined,
  host: "plain",
  known: false,
  quote: "other",
  isLiteral: false,
  isSecret: false,
  hasRegion: false,
} as const satisfies Omit<AddressContext, "valueSpan">;

/** `other` for any further way to delimit a text: a block, a here-document, base64. */
export type Quote = "none" | "single" | "double" | "other";

/** Formats that a program reads. */
export const fileFormats = [
  "plain",
  "dotenv",
  "shell",
  "compose",
  "kubernetes",
  "helm",
  "yaml",
  "json",
  "terraform",
  "toml",
  "properties",
] as const;

/** Formats that are usually kept under version control. A dotenv file is meant for secrets. */
export const sharedFormats = [
  "helm",
  "compose",
  "kubernetes",
  "shell",
  "terraform",
  "yaml",
  "json",
] as const;

// In prose a placeholder or a sample is what the writer wants to show.
export const allHostFormats = [...fileFormats, "markdown"] as const;

export type HostFormat = (typeof allHostFormats)[number];

/** A storage address, taken apart as its writer meant it, beside what the W&B server's parser makes of it. */
export interface Address {
  readonly text: SourceText;
  readonly context: AddressContext;
  readonly tokens: AddressTokens;
  /** What Go makes of it, with a `0` for each character of a placeholder. */
  readonly server: GoUrl;
  /** The address without the blanks and quotes around it. */
  readonly whole: Component;
  /** Where a finding about the whole address goes: its scheme and the marks behind. */
  readonly head: Component;
  readonly kind: AddressKind;
  readonly scheme: Component | undefined;
  /** The scheme that the server knows it by; absent where it knows none. */
  readonly provider: Scheme | undefined;
  readonly user: Component | undefined;
  /** A secret: its text must reach no message. */
  readonly password: Component | undefined;
  readonly endpointScheme: Component | undefined;
  /** Empty where it is still to be typed. */
  readonly host: Component;
  readonly port: Component | undefined;
  /** What the host is, where it is an endpoint and not a bucket or an account. */
  readonly endpoint: Endpoint | undefined;
  /** Absent where it is missing, or where it cannot be told which part is the bucket. */
  readonly bucket: Component | undefined;
  readonly account: Component | undefined;
  readonly container: Component | undefined;
  /** What follows the bucket or the container, with its first slash. */
  readonly prefix: Component;
  readonly path: Component;
  readonly parameters: readonly Parameter[];
  readonly fragment: Component | undefined;
  readonly placeholders: readonly LocatedPlaceholder[];
  /** Ends in something that is filled in later and may bring a path or a query of its own. */
  readonly openEnded: boolean;
}

export const s3Kinds = [
  "s3-aws", // an endpoint of AWS
  "s3-compatible", // another endpoint
  "s3-ambient", // a bucket in place of the endpoint, so AWS
  "s3", // bucket or endpoint: it cannot be told
] as const;

/** The kinds of addresses whose scheme the server knows. */
export const wandbKinds = ["cw", ...s3Kinds, "gs", "az"] as const;

/** All others: of another program's scheme, or of none. */
export const otherKinds = ["foreign", "unknown"] as const;

export const allAddressKinds = [...wandbKinds, ...otherKinds] as const;

export type AddressKind = (typeof allAddressKinds)[number];

/** A part of an address. Offsets are those of the address's text, the span is the document's. */
export interface Component {
  readonly text: string;
  /** With percent escapes decoded. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Its first line, where it runs over several. */
  readonly span: Span;
  /** Holds a placeholder, so that its text is not its value. */
  readonly partial: boolean;
}

export interface Parameter {
  readonly separator: Component;
  readonly name: Component;
  /** Absent where there is no `=`. */
  readonly value: Component | undefined;
}

interface LocatedPlaceholder extends Placeholder {
  readonly component: Component;
}

const dividedOnce = remember((text) => parseAddress(text));
const parsedOnce = remember(parseGoUrl);

/** Reads an address; `holes` are stretches of the text that the host fills in later. */
export function readAddress(
  text: SourceText,
  context: AddressContext,
  holes: readonly Span[] = [],
): Address {
  const tokens = holes.length === 0 ? dividedOnce(text.value) : parseAddress(text.value, holes);
  const part = (span: Span): Component => componentOf(text, tokens, holes, span);
  const optional = (span: Span | undefined): Component | undefined => span && part(span);

  const scheme = optional(tokens.scheme);
  const name = scheme?.text.toLowerCase() ?? "";
  const provider = schemes.find((known) => known === name);
  const parameters = tokens.parameters.map(({ separator, name, value }) => ({
    separator: part(separator),
    name: part(name),
    value: optional(value),
  }));
  const host = part(tokens.host);
  const endpoint = readKnownEndpoint(tokens, part);
  const kind = provider === undefined ? otherKind(name) : kindOf(provider, tokens, host, endpoint);
  const whole = part(tokens.whole);
  return {
    text,
    context,
    tokens,
    server: parsedOnce(tokens.masked.slice(whole.start, whole.end)),
    whole,
    head: part({ start: tokens.whole.start, end: headEnd(tokens) }),
    kind,
    scheme,
    provider,
    user: optional(tokens.user),
    password: optional(tokens.password),
    endpointScheme: optional(tokens.endpointScheme),
    host,
    port: optional(tokens.port),
    ...locationOf(kind, tokens, endpoint, part),
    path: part(tokens.path),
    parameters,
    fragment: optional(tokens.fragment),
    placeholders: tokens.placeholders.map((found) => ({ ...found, component: part(found.span) })),
    openEnded: isOpenEnded(tokens),
  };
}

/** The first parameter of a name, which is the one that the server takes. */
export function parameterOf(address: Address, name: string): Parameter | undefined {
  return address.parameters.find((parameter) => parameter.name.value === name);
}

/** Whether a parameter of this name may be there: misspelled, or filled in later. */
export function mayHaveParameter(address: Address, name: string): boolean {
  return (
    address.openEnded ||
    address.parameters.some(
      (parameter) =>
        parameter.name.partial ||
        parameter.name.value === name ||
        nearest(parameter.name.value, [name]) === name,
    )
  );
}

/** Whether the server takes something else for host and credentials than the writer meant. */
export function isMisread({ tokens, server }: Address): boolean {
  if (!server.accepted || tokens.at === undefined) return false;
  const end = tokens.masked.slice(tokens.separator.end).search(/[/?#]/);
  return end >= 0 && tokens.separator.end + end < tokens.at.start;
}

/** A stretch of an address as a part of its own. */
export function partOf(address: Address, start: number, end: number): Component {
  return componentOf(address.text, address.tokens, [], { start, end });
}

function componentOf(
  text: SourceText,
  { placeholders }: AddressTokens,
  holes: readonly Span[],
  { start, end }: Span,
): Component {
  const raw = text.value.slice(start, end);
  const newline = raw.search(/[\r\n]/);
  const isInside = (span: Span): boolean => span.start < end && start < span.end;
  return {
    text: raw,
    value: unescape(raw),
    start,
    end,
    span: locate(text, start, newline < 0 ? end : start + newline),
    partial: placeholders.some(({ span }) => isInside(span)) || holes.some(isInside),
  };
}

/** An endpoint whose region is only known where no placeholder stands in it. */
function readKnownEndpoint(
  { masked, host }: AddressTokens,
  part: (span: Span) => Component,
): Endpoint {
  const endpoint = readEndpoint(masked.slice(host.start, host.end));
  const { region } = endpoint;
  const isUnknown = region !== undefined && part(within(host, region)).partial;
  return isUnknown ? { ...endpoint, region: undefined } : endpoint;
}

function headEnd({ whole, separator }: AddressTokens): number {
  return separator.end > whole.start ? separator.end : whole.end;
}

function otherKind(scheme: string): AddressKind {
  const isForeign =
    Object.hasOwn(foreignSchemes, scheme) || scheme === "http" || scheme === "https";
  return isForeign ? "foreign" : "unknown";
}

function kindOf(
  scheme: Scheme,
  tokens: AddressTokens,
  host: Component,
  endpoint: Endpoint,
): AddressKind {
  if (scheme !== "s3") return scheme;
  if (endpoint.service === "aws") return "s3-aws";
  if (endpoint.service !== "other" || endpoint.region !== undefined) return "s3-compatible";
  if (tokens.port !== undefined || tokens.endpointScheme !== undefined) return "s3-compatible";
  if (host.text === "" || host.partial) return "s3";
  if (host.text === "localhost" || isIpAddress(host.text)) return "s3-compatible";
  const hasKeys = tokens.at !== undefined;
  const hasPath = tokens.path.end - tokens.path.start > 1;
  const isDotted = host.text.includes(".");
  const names = tokens.parameters.map(({ name }) => tokens.masked.slice(name.start, name.end));
  const speaksOfEndpoint = names.some((name) => /^(?:tls|forcePathStyle)$/i.test(name));
  if (speaksOfEndpoint && (hasPath || isDotted)) return "s3-compatible";
  if (isDotted && hasKeys && (hasPath || names.length > 0)) return "s3-compatible";
  if (hasPath && (isDotted || hasKeys)) return "s3";
  return isDotted && hasKeys ? "s3" : "s3-ambient";
}

type AddressLocation = Pick<Address, "endpoint" | "bucket" | "account" | "container" | "prefix">;

function locationOf(
  kind: AddressKind,
  tokens: AddressTokens,
  endpoint: Endpoint,
  part: (span: Span) => Component,
): AddressLocation {
  const { host, path, masked } = tokens;
  const location: AddressLocation = {
    endpoint: undefined,
    bucket: undefined,
    account: undefined,
    container: undefined,
    prefix: part(path),
  };
  const some = (span: Span): Component | undefined =>
    span.end > span.start ? part(span) : undefined;
  const segment = firstSegment(masked, path);
  const behind = part({ start: segment.end, end: path.end });
  switch (kind) {
    case "gs":
    case "s3-ambient":
      return { ...location, bucket: some(host) };
    case "az":
      return { ...location, account: some(host), container: some(segment), prefix: behind };
    case "cw":
      if (host.end > host.start && endpoint.service === "other" && isBareName(tokens)) {
        return { ...location, bucket: some(host) };
      }
      break;
    case "s3-aws":
    case "s3-compatible":
      break;
    case "s3":
    case "foreign":
    case "unknown":
      return location;
  }
  if (host.end === host.start) return location;
  if (endpoint.bucket !== undefined) {
    return { ...location, endpoint, bucket: part(within(host, endpoint.bucket)) };
  }
  return { ...location, endpoint, bucket: some(segment), prefix: behind };
}

/** A host that can be no endpoint, because it names no domain and no port. */
function isBareName({ masked, host, port }: AddressTokens): boolean {
  return port === undefined && !masked.slice(host.start, host.end).includes(".");
}

/** The span of a label of the host. */
export function within(host: Span, { start, end }: Label): Span {
  return { start: host.start + start, end: host.start + end };
}

/** The first segment that is not empty: a doubled slash is a fault of its own. */
function firstSegment(text: string, path: Span): Span {
  let start = path.start;
  while (start < path.end && text[start] === "/") start += 1;
  const slash = text.indexOf("/", start);
  return { start, end: slash < 0 || slash > path.end ? path.end : slash };
}

/** Kubernetes expands `$(BUCKET_PATH)` to whatever stands there, a query included. */
function isOpenEnded({ placeholders, whole, parameters }: AddressTokens): boolean {
  const last = placeholders.at(-1);
  if (last?.span.end !== whole.end || last.style === "angle") return false;
  if (parameters.length > 0) return parameters.at(-1)?.value === undefined;
  return last.style === "parentheses" || /path|prefix|suffix|query|param|option/i.test(last.name);
}
