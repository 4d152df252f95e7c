import { sources } from "./sources.js";
import { type Source } from "./source.js";

/** Whose rules a name must follow. */
export type Naming =
  "coreweave" | "aws" | "s3-compatible" | "google" | "azure-account" | "azure-container";

export interface NameRules {
  readonly owner: string;
  readonly minimum: number;
  readonly maximum: number;
  /** Characters besides lower-case letters and digits. */
  readonly marks: string;
  /** Marks, such as `..`, that must not follow each other. */
  readonly forbiddenRuns: readonly string[];
  readonly forbidsIpAddress: boolean;
  readonly reservedPrefixes: readonly string[];
  readonly reservedSuffixes: readonly string[];
  readonly reservedNames: readonly string[];
  readonly reservedWords: readonly string[];
  readonly source: Source;
}

export const nameRules: Readonly<Record<Naming, NameRules>> = {
  coreweave: {
    owner: "CoreWeave",
    minimum: 3,
    maximum: 63,
    marks: "-",
    forbiddenRuns: [],
    forbidsIpAddress: false,
    reservedPrefixes: ["cw-", "vip-", "log-stitcher-ch-", "xn--"],
    reservedSuffixes: [],
    reservedNames: ["int"],
    reservedWords: [],
    source: sources["coreweave-buckets"],
  },
  aws: {
    owner: "Amazon S3",
    minimum: 3,
    maximum: 63,
    marks: "-.",
    forbiddenRuns: [".."],
    forbidsIpAddress: true,
    reservedPrefixes: ["xn--", "sthree-", "amzn-s3-demo-"],
    reservedSuffixes: ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"],
    reservedNames: [],
    reservedWords: [],
    source: sources["s3-bucket-names"],
  },
  "s3-compatible": {
    owner: "S3",
    minimum: 3,
    maximum: 63,
    marks: "-.",
    forbiddenRuns: [".."],
    forbidsIpAddress: true,
    reservedPrefixes: [],
    reservedSuffixes: [],
    reservedNames: [],
    reservedWords: [],
    source: sources["s3-bucket-names"],
  },
  google: {
    owner: "Cloud Storage",
    minimum: 3,
    maximum: 63,
    marks: "-_.",
    forbiddenRuns: ["..", ".-", "-."],
    forbidsIpAddress: true,
    reservedPrefixes: ["goog"],
    reservedSuffixes: [],
    reservedNames: [],
    reservedWords: ["google", "g00gle"],
    source: sources["gcs-bucket-names"],
  },
  "azure-account": {
    owner: "Azure",
    minimum: 3,
    maximum: 24,
    marks: "",
    forbiddenRuns: [],
    forbidsIpAddress: false,
    reservedPrefixes: [],
    reservedSuffixes: [],
    reservedNames: [],
    reservedWords: [],
    source: sources["azure-names"],
  },
  "azure-container": {
    owner: "Azure",
    minimum: 3,
    maximum: 63,
    marks: "-",
    forbiddenRuns: ["--"],
    forbidsIpAddress: false,
    reservedPrefixes: [],
    reservedSuffixes: [],
    reservedNames: ["$root", "$web", "$logs"],
    reservedWords: [],
    source: sources["azure-containers"],
  },
};

/**
 * How a name ends in an account's own namespace of S3: behind what the user chose stand the account, the
 * region and this ending. Only buckets from before 2026 may end so otherwise.
 */
export const accountRegionalEnding = "-an";
export const accountRegionalName = /-\d{12}-[a-z]+(?:-[a-z]+)+-\d+-an$/;

/** A Cloud Storage name with dots may be longer, each of its parts as long as a name without. */
export const longestDottedGoogleName = 222;
