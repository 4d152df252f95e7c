import {
  multiTenantOrigin,
  publishedMaxAge,
  uploadHeader,
  wandbExposedHeader,
  wandbMethods,
} from "../../catalog/cors/facts.js";
import { corsDialects, type CorsDialect } from "../../catalog/cors/dialects.js";
import { type Plain } from "../../syntax/value.js";
import { allowsHeader, allowsMethod, allowsOrigin, exposesHeader, type Truth } from "./match.js";
import { type Cors } from "./cors.js";
import { type CorsRule } from "./rule.js";
import { isForWandb, type Profile } from "../profile.js";
import { notes } from "../../text/memo.js";

/** The origins of the W&B front end, where the profile tells them. */
export function knownOrigins({ origins, deployment }: Profile): readonly string[] {
  if (origins.length > 0) return origins;
  return deployment === "multi-tenant" ? [multiTenantOrigin.value] : [];
}

/** The origins to try requests from: the known ones, or Multi-tenant Cloud's. */
export function frontEndOrigins(profile: Profile): readonly string[] {
  const known = knownOrigins(profile);
  return known.length > 0 ? known : [multiTenantOrigin.value];
}

/** Files that describe whole systems, where a bucket for everyone's uploads may well be another program's. */
const templates: readonly CorsDialect[] = [
  "cloudformation",
  "terraform-aws",
  "terraform-google",
  "terraform-azure",
];

/**
 * Whether what W&B needs may be put into a configuration unread: the file, or its folder, speaks of W&B, or it
 * is nothing but CORS.
 */
export function isSurelyForWandb({ dialect }: Cors, profile: Profile): boolean {
  return isForWandb(profile) || !templates.includes(dialect);
}

/** A rule that W&B's uploads meet, and from which origin, where that is known. */
export interface CorsTarget {
  readonly rule: CorsRule;
  readonly origin: string | undefined;
}

/**
 * The rules that W&B's uploads meet, where there is evidence that the bucket is W&B's; one for each of its origins: the first that takes a PUT, or, where
 * none does, the one that is nearest to W&B's. Several rules ask, so each document is searched once.
 */
export function wandbTargets(cors: Cors, profile: Profile): readonly CorsTarget[] {
  const before = targetsByCors.get(cors);
  if (before?.profile === profile) return before.targets;
  const found = isForWandb(profile) || isOpenToUploads(cors) ? findTargets(cors, profile) : [];
  const targets = found.filter(
    // Where there are rules that cannot be seen, one of those may take the uploads.
    ({ rule }) =>
      !rule.open && (!cors.partial || allowsMethod(rule, "PUT", cors.storage, "lenient") !== "no"),
  );
  targetsByCors.set(cors, { profile, targets });
  return targets;
}

/**
 * Whether a rule is open to every origin and made for uploads, as W&B publishes it. A rule for other
 * sites' origins has a purpose of its own.
 */
function isOpenToUploads(cors: Cors): boolean {
  return cors.rules.some(
    (rule) =>
      rule.origins?.items.some(({ value }) => value === "*") === true &&
      (allowsMethod(rule, "PUT", cors.storage, "lenient") === "yes" ||
        exposesEtag(cors, rule) === "yes"),
  );
}

const targetsByCors = notes<
  Cors,
  { readonly profile: Profile; readonly targets: readonly CorsTarget[] }
>();

function findTargets(cors: Cors, profile: Profile): readonly CorsTarget[] {
  const known = knownOrigins(profile);
  if (known.length === 0) {
    const likely = likelyTarget(cors);
    return likely === undefined ? [] : [likely];
  }
  const targets: CorsTarget[] = [];
  for (const origin of known) {
    const rule = targetRule(cors, origin);
    if (rule !== undefined && !targets.some((target) => target.rule === rule)) {
      targets.push({ rule, origin });
    }
  }
  return targets;
}

/** More origins than these are not tried for the one that may be W&B's. */
const mostOrigins = 20;

/**
 * Of a deployment whose host is not known, any origin in the document may be W&B's. The one that is
 * served best is taken, so that nothing is said of rules for other sites.
 */
function likelyTarget(cors: Cors): CorsTarget | undefined {
  const sample = multiTenantOrigin.value;
  const isSampleCovered = cors.rules.some(
    (rule) => allowsOrigin(rule, sample, cors.storage, "lenient") === "yes",
  );
  const written = cors.rules.flatMap(({ origins }) =>
    (origins?.items ?? []).flatMap(({ value, partial }) =>
      partial || value.includes("*") || value === "" ? [] : [value],
    ),
  );
  const origins = [...new Set([...(isSampleCovered ? [sample] : []), ...written])];
  const candidates = origins.length === 0 ? [undefined] : origins.slice(0, mostOrigins);
  let best: CorsTarget | undefined;
  let least = Infinity;
  for (const origin of candidates) {
    const rule = targetRule(cors, origin);
    if (rule === undefined) continue;
    const target = { rule, origin };
    const lacking =
      missingMethods(cors, target).length * 2 +
      (exposesEtag(cors, rule) === "no" ? 1 : 0) +
      (allowsUploadHeader(cors, rule) === "no" ? 1 : 0);
    if (lacking < least) {
      best = target;
      least = lacking;
    }
    if (least === 0) break;
  }
  return best;
}

function targetRule(cors: Cors, origin: string | undefined): CorsRule | undefined {
  if (origin !== undefined) {
    const deciding = cors.rules.find(
      (rule) =>
        allowsOrigin(rule, origin, cors.storage, "lenient") !== "no" &&
        allowsMethod(rule, "PUT", cors.storage, "lenient") !== "no",
    );
    if (deciding !== undefined) return deciding;
  }
  let best: CorsRule | undefined;
  let most = -1;
  for (const rule of cors.rules) {
    const score = scoreOf(cors, rule, origin);
    if (score > most) {
      best = rule;
      most = score;
    }
  }
  return best;
}

function scoreOf(cors: Cors, rule: CorsRule, origin: string | undefined): number {
  const covered =
    origin !== undefined && allowsOrigin(rule, origin, cors.storage, "lenient") !== "no";
  const methods = wandbMethods.value.filter(
    (method) => allowsMethod(rule, method, cors.storage, "lenient") !== "no",
  );
  return (
    (covered ? 8 : 0) +
    methods.length +
    (methods.includes("PUT") ? 2 : 0) +
    (exposesEtag(cors, rule) === "no" ? 0 : 2)
  );
}

/**
 * W&B's methods that no rule allows its origin, as their writer means them; none where that cannot be
 * known. Where no rule covers the origin, only the target itself counts.
 */
export function missingMethods(
  cors: Cors,
  { rule: target, origin }: CorsTarget,
): readonly string[] {
  if (cors.partial) return [];
  const covering = cors.rules.filter(
    (rule) => origin === undefined || allowsOrigin(rule, origin, cors.storage, "lenient") !== "no",
  );
  const rules = covering.length > 0 ? covering : [target];
  return wandbMethods.value.filter((method) =>
    rules.every((rule) => allowsMethod(rule, method, cors.storage, "lenient") === "no"),
  );
}

/** W&B's methods that a rule lacks. */
export function missingMethodsOf(cors: Cors, rule: CorsRule): readonly string[] {
  return wandbMethods.value.filter(
    (method) => allowsMethod(rule, method, cors.storage, "lenient") === "no",
  );
}

/**
 * Whether the document lets pages read and nothing else, which is what Weave asks of a bucket with
 * reference media. Such a bucket is no storage for W&B's own files.
 */
export function isReadOnly(cors: Cors): boolean {
  const methods = cors.rules.flatMap(({ methods: field }) => field?.items ?? []);
  return (
    !cors.partial &&
    cors.rules.length > 0 &&
    cors.rules.every((rule) => rule.methods?.partial === false) &&
    ["GET", "HEAD"].every((name) => methods.some(({ value }) => value.toUpperCase() === name)) &&
    methods.every(({ value }) => ["GET", "HEAD"].includes(value.toUpperCase()))
  );
}

export function exposesEtag(cors: Cors, rule: CorsRule): Truth {
  return exposesHeader(rule, wandbExposedHeader.value, cors.storage, "lenient");
}

export function allowsUploadHeader(cors: Cors, rule: CorsRule): Truth {
  return allowsHeader(rule, uploadHeader.value, cors.storage, "lenient");
}

/** W&B's published rule in the words of a document's dialect. */
export function wandbRule(
  { dialect }: Cors,
  origins: readonly string[] = ["*"],
): Readonly<Record<string, Plain>> {
  const { keys, storage } = corsDialects[dialect];
  const header = wandbExposedHeader.value;
  const fields: readonly (readonly [string | undefined, Plain])[] =
    storage === "gcs"
      ? [
          [keys.origins, origins],
          [keys.methods, wandbMethods.value],
          [keys.allowedHeaders, [uploadHeader.value, header]],
        ]
      : [
          [keys.allowedHeaders, ["*"]],
          [keys.methods, wandbMethods.value],
          [keys.origins, origins],
          [keys.exposedHeaders, [header]],
        ];
  return Object.fromEntries(
    [...fields, [keys.maxAge, publishedMaxAge.value] as const].flatMap(([key, value]) =>
      key === undefined ? [] : [[key, value]],
    ),
  );
}
