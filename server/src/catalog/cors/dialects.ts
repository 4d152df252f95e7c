import { sources } from "../sources.js";
import { type Source } from "../source.js";
import { remember } from "../../text/memo.js";

export const s3Dialects = [
  "s3", // the console's bare array
  "s3-cli", // { "CORSRules": [...] }
  "s3-xml",
  "cloudformation",
  "terraform-aws",
] as const;

export const gcsDialects = [
  "gcs", // bare list
  "gcs-api", // { "cors": [...] }
  "terraform-google",
] as const;

export const azureDialects = [
  "azure", // corsRules
  "azure-xml", // properties of the blob service
  "azure-cli",
  "terraform-azure",
] as const;

export const allCorsDialects = [...s3Dialects, ...gcsDialects, ...azureDialects] as const;

/** How a CORS configuration is spelled, which follows from the tool that takes it. */
export type CorsDialect = (typeof allCorsDialects)[number];

/** All dialects but some. */
export function dialectsWithout(
  ...others: readonly CorsDialect[]
): readonly [CorsDialect, ...CorsDialect[]] {
  const [first = "s3", ...rest] = allCorsDialects.filter((dialect) => !others.includes(dialect));
  return [first, ...rest];
}

/** Whose server reads the rules, and so how a request is matched with them. */
export type CorsStorage = "s3" | "gcs" | "azure";

/** What a field of a rule is for, whatever it is called. */
export type CorsRole =
  "origins" | "methods" | "allowedHeaders" | "exposedHeaders" | "maxAge" | "id";

export interface CorsDialectFacts {
  readonly storage: CorsStorage;
  /** What takes such a document: alone, at the start of a sentence, and within one. */
  readonly tool: string;
  readonly reader: string;
  readonly readerWithin: string;
  /** The name of each field. Google's one header list has two roles. */
  readonly keys: Readonly<Partial<Record<CorsRole, string>>>;
  /** The name that the rules stand under; absent for a bare list. */
  readonly list: string | undefined;
  /** What that name stands in, from the outside in. */
  readonly containers: readonly string[];
  /** Whether lists are written by repeating an element or a block. */
  readonly repeats: boolean;
  /** Whether a number may be written as a string. */
  readonly textNumbers: boolean;
  /** Whether one string may stand for a list of one. */
  readonly loneStrings: boolean;
  /** What the reader does with a field that it does not know. */
  readonly unknownKeys: "refused" | "ignored";
  readonly source: Source;
}

const s3Keys = {
  origins: "AllowedOrigins",
  methods: "AllowedMethods",
  allowedHeaders: "AllowedHeaders",
  exposedHeaders: "ExposeHeaders",
  maxAge: "MaxAgeSeconds",
  id: "ID",
} as const;

const gcsKeys = {
  origins: "origin",
  methods: "method",
  allowedHeaders: "responseHeader",
  exposedHeaders: "responseHeader",
  maxAge: "maxAgeSeconds",
} as const;

const azureKeys = {
  origins: "allowedOrigins",
  methods: "allowedMethods",
  allowedHeaders: "allowedHeaders",
  exposedHeaders: "exposedHeaders",
  maxAge: "maxAgeInSeconds",
} as const;

const json = { repeats: false, textNumbers: false, loneStrings: false } as const;
const google = { repeats: false, textNumbers: true, loneStrings: true } as const;
const terraform = { repeats: false, textNumbers: true, loneStrings: false } as const;

type Reader = Pick<CorsDialectFacts, "tool" | "reader" | "readerWithin">;

function the(tool: string): Reader {
  return { tool, reader: `The ${tool}`, readerWithin: `the ${tool}` };
}

function bare(tool: string): Reader {
  return { tool, reader: tool, readerWithin: tool };
}

export const corsDialects: Readonly<Record<CorsDialect, CorsDialectFacts>> = {
  s3: {
    ...json,
    storage: "s3",
    ...the("S3 console"),
    keys: s3Keys,
    list: undefined,
    containers: [],
    unknownKeys: "refused",
    source: sources["s3-cors"],
  },
  "s3-cli": {
    ...json,
    storage: "s3",
    ...the("AWS CLI"),
    keys: s3Keys,
    list: "CORSRules",
    containers: [],
    unknownKeys: "refused",
    source: sources["s3-put-cors"],
  },
  "s3-xml": {
    storage: "s3",
    ...the("S3 API"),
    keys: {
      origins: "AllowedOrigin",
      methods: "AllowedMethod",
      allowedHeaders: "AllowedHeader",
      exposedHeaders: "ExposeHeader",
      maxAge: "MaxAgeSeconds",
      id: "ID",
    },
    list: "CORSRule",
    containers: ["CORSConfiguration"],
    repeats: true,
    textNumbers: true,
    loneStrings: true,
    unknownKeys: "refused",
    source: sources["s3-put-cors"],
  },
  cloudformation: {
    ...json,
    textNumbers: true,
    storage: "s3",
    ...bare("CloudFormation"),
    keys: { ...s3Keys, exposedHeaders: "ExposedHeaders", maxAge: "MaxAge", id: "Id" },
    list: "CorsRules",
    containers: ["CorsConfiguration"],
    unknownKeys: "refused",
    source: sources["cloudformation-cors-rule"],
  },
  "terraform-aws": {
    ...terraform,
    storage: "s3",
    ...bare("Terraform"),
    keys: {
      origins: "allowed_origins",
      methods: "allowed_methods",
      allowedHeaders: "allowed_headers",
      exposedHeaders: "expose_headers",
      maxAge: "max_age_seconds",
      id: "id",
    },
    list: "cors_rule",
    containers: [],
    unknownKeys: "refused",
    source: sources["terraform-aws-cors"],
  },
  gcs: {
    ...google,
    storage: "gcs",
    ...bare("Cloud Storage"),
    keys: gcsKeys,
    list: undefined,
    containers: [],
    unknownKeys: "ignored",
    source: sources["gcs-using-cors"],
  },
  "gcs-api": {
    ...google,
    storage: "gcs",
    ...bare("Cloud Storage"),
    keys: gcsKeys,
    list: "cors",
    containers: [],
    unknownKeys: "ignored",
    source: sources["gcs-bucket"],
  },
  "terraform-google": {
    ...terraform,
    storage: "gcs",
    ...bare("Terraform"),
    keys: {
      origins: "origin",
      methods: "method",
      allowedHeaders: "response_header",
      exposedHeaders: "response_header",
      maxAge: "max_age_seconds",
    },
    list: "cors",
    containers: [],
    unknownKeys: "refused",
    source: sources["terraform-google-bucket"],
  },
  azure: {
    ...json,
    storage: "azure",
    ...bare("Azure"),
    keys: azureKeys,
    list: "corsRules",
    containers: ["cors"],
    unknownKeys: "refused",
    source: sources["azure-arm-cors"],
  },
  "azure-xml": {
    storage: "azure",
    ...the("Azure API"),
    keys: {
      origins: "AllowedOrigins",
      methods: "AllowedMethods",
      allowedHeaders: "AllowedHeaders",
      exposedHeaders: "ExposedHeaders",
      maxAge: "MaxAgeInSeconds",
    },
    list: "CorsRule",
    containers: ["StorageServiceProperties", "Cors"],
    repeats: true,
    textNumbers: true,
    loneStrings: true,
    unknownKeys: "refused",
    source: sources["azure-cors"],
  },
  "azure-cli": {
    storage: "azure",
    ...the("Azure CLI"),
    keys: {
      origins: "--origins",
      methods: "--methods",
      allowedHeaders: "--allowed-headers",
      exposedHeaders: "--exposed-headers",
      maxAge: "--max-age",
    },
    list: undefined,
    containers: [],
    repeats: false,
    textNumbers: true,
    loneStrings: true,
    unknownKeys: "refused",
    source: sources["azure-cli-cors"],
  },
  "terraform-azure": {
    ...terraform,
    storage: "azure",
    ...bare("Terraform"),
    keys: {
      origins: "allowed_origins",
      methods: "allowed_methods",
      allowedHeaders: "allowed_headers",
      exposedHeaders: "exposed_headers",
      maxAge: "max_age_in_seconds",
    },
    list: "cors_rule",
    containers: ["blob_properties"],
    unknownKeys: "refused",
    source: sources["terraform-azure-account"],
  },
};

/**
 * Names that only stores with a form of their own have: Backblaze B2 (`corsRuleName`, `allowedOperations`) and
 * Alibaba Cloud OSS (`ResponseVary`). Their rules are left alone.
 */
export const otherStoresKeys: ReadonlySet<string> = new Set([
  "corsRuleName",
  "allowedOperations",
  "ResponseVary",
]);

/** Every role, in the order in which the published documents write them. */
export const corsRoles: readonly CorsRole[] = [
  "id",
  "origins",
  "methods",
  "allowedHeaders",
  "exposedHeaders",
  "maxAge",
];

/** The names that fields have in any dialect or are often given, without case and separators. */
const rolesByName: Readonly<Record<string, CorsRole>> = {
  origin: "origins",
  origins: "origins",
  allowedorigin: "origins",
  allowedorigins: "origins",
  alloworigin: "origins",
  alloworigins: "origins",
  method: "methods",
  methods: "methods",
  allowedmethod: "methods",
  allowedmethods: "methods",
  allowmethod: "methods",
  allowmethods: "methods",
  allowedheader: "allowedHeaders",
  allowedheaders: "allowedHeaders",
  allowheader: "allowedHeaders",
  allowheaders: "allowedHeaders",
  responseheader: "allowedHeaders",
  responseheaders: "allowedHeaders",
  requestheader: "allowedHeaders",
  requestheaders: "allowedHeaders",
  exposeheader: "exposedHeaders",
  exposeheaders: "exposedHeaders",
  exposedheader: "exposedHeaders",
  exposedheaders: "exposedHeaders",
  maxage: "maxAge",
  maxagesec: "maxAge",
  maxageseconds: "maxAge",
  maxageinsec: "maxAge",
  maxageinseconds: "maxAge",
  id: "id",
};

/** What a field seems to be for by its name in this or any other dialect. */
export const corsRoleOfName = remember((name): CorsRole | undefined => {
  const plain = name.toLowerCase().replace(/[-_]/g, "");
  return Object.hasOwn(rolesByName, plain) ? rolesByName[plain] : undefined;
});

/** The role of a field's exact name in a dialect. Google's header list counts as the allowed headers. */
export function corsRoleOfKey(dialect: CorsDialect, key: string): CorsRole | undefined {
  const { keys } = corsDialects[dialect];
  return corsRoles.find((role) => keys[role] === key);
}

/** The field names of a dialect, each once. */
export function corsKeys(dialect: CorsDialect): readonly string[] {
  const { keys } = corsDialects[dialect];
  return [...new Set(corsRoles.flatMap((role) => keys[role] ?? []))];
}

/** The names of whose fields a storage's documents use, for messages. */
export const corsStorageNames: Readonly<Record<CorsStorage, string>> = {
  s3: "Amazon S3",
  gcs: "Google Cloud Storage",
  azure: "Azure",
};
