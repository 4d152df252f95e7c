import { type Address } from "../model/address/address.js";
import { redactMessage, secretsIn } from "../model/address/secrets.js";
import { settingSecrets } from "../model/installation/secrets.js";
import { allCorsDialects } from "../catalog/cors/dialects.js";
import { type BYOBDocument } from "../documents/document.js";
import { bucketPartsOf } from "../documents/bucket.js";
import { type AnyPart } from "../documents/part.js";
import { allAddressKinds, allHostFormats } from "../model/address/address.js";
import { allPolicyTypes, type Policy, type Statement } from "../model/policy/policy.js";
import { forWandb, type Profile } from "../model/profile.js";
import { validUrl } from "./address/valid-url.js";
import { allRules, rules } from "./registry.js";
import {
  policyTypesByGroup,
  type Finding,
  type Group,
  type ModelOf,
  type PolicyGroup,
  type Rule,
  type RuleId,
  type Scope,
} from "./rule.js";
import { type SeverityChoice } from "../schema/severity.js";
import { notes } from "../text/memo.js";
import { contains, type Span } from "../text/span.js";

/** How a user wants documents judged. */
export interface CheckOptions {
  readonly profile: Profile;
  /** Severities that replace a rule's own, by rule id. */
  readonly severities?: Readonly<Record<string, SeverityChoice>>;
  /** Told when a rule fails, which costs its own findings only. Without it, the failure is thrown. */
  readonly onFault?: (rule: RuleId, fault: unknown) => void;
}

const policyGroups = Object.keys(policyTypesByGroup) as readonly PolicyGroup[];

/** The rules that judge a policy, by its type. */
export const policyRules = byName(allPolicyTypes, (type) =>
  policyGroups.flatMap((group): readonly Rule<PolicyGroup>[] =>
    rules[group].filter(({ policyTypes = policyTypesByGroup[group] }: Scope) =>
      policyTypes.includes(type),
    ),
  ),
);

/** The rules that judge a CORS configuration, by its dialect. */
export const corsRules = byName(allCorsDialects, (dialect) =>
  rules.cors.filter(({ dialects = allCorsDialects }) => dialects.includes(dialect)),
);

/** The rules that judge an address, by its kind and by what it stands in. */
export const addressRules = byName(allAddressKinds, (kind) =>
  byName(allHostFormats, (host) =>
    rules.address.filter(
      ({ kinds = allAddressKinds, hosts = allHostFormats }) =>
        kinds.includes(kind) && hosts.includes(host),
    ),
  ),
);

function byName<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  const entries = names.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(entries) as Record<Name, Value>;
}

/** The rules on what is still to be filled in; in a page or a template it is meant to be. */
const openInExamples: ReadonlySet<RuleId> = new Set(
  allRules.filter(({ notInExamples }) => notInExamples === true).map(({ id }) => id),
);

/** Every finding of a document, in document order. An editor asks several times for the same text. */
export function check(document: BYOBDocument, options: CheckOptions): readonly Finding[] {
  const known = byDocument.get(document);
  if (known !== undefined && isSame(known, options)) return known.findings;
  const judging = document.isForWandb
    ? { ...options, profile: forWandb(options.profile) }
    : options;
  const findings = document.parts.flatMap((part) => findingsOf(part, judging));
  const together = bucketPartsOf(document);
  if (together !== undefined) findings.push(...run(rules.bucket, together, judging));
  const open = document.isExample
    ? findings.filter(({ rule }) => !openInExamples.has(rule))
    : findings;
  const sorted = open.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  byDocument.set(document, { ...options, findings: sorted });
  return sorted;
}

/** Findings, and the options that they were found under. */
type Judged = CheckOptions & { readonly findings: readonly Finding[] };

const byDocument = notes<BYOBDocument, Judged>();

/** What is known of parts, so that none is judged twice. */
export const judgedParts = notes<AnyPart, Judged>();

/** Statements of which nothing is to be said, since nothing was and no edit touched them. */
export interface CleanStatements extends CheckOptions {
  readonly statements: ReadonlySet<Statement>;
}

/** What is known of statements before their policy is judged. */
export const cleanStatements = notes<Policy, CleanStatements>();

function isSame(a: CheckOptions, b: CheckOptions): boolean {
  return a.profile === b.profile && a.severities === b.severities;
}

function findingsOf(part: AnyPart, options: CheckOptions): readonly Finding[] {
  const known = judgedParts.get(part);
  if (known !== undefined && isSame(known, options)) return known.findings;
  const findings = withoutRepeats(certain(part, checkPart(part, options)));
  judgedParts.set(part, { ...options, findings });
  return findings;
}

/** Each finding once: what an alias repeats is read twice and written once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const seen = new Set<string>();
  return findings.filter(({ rule, span: { start, end }, message: { template, data } }) => {
    const key = [rule, start, end, template, ...Object.values(data)].join("\u0000");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * What is certain of a part although its text is broken: the slip itself, and what was found in whole
 * statements and rules before it. No fix but the slip's makes the text whole.
 */
function certain(part: AnyPart, findings: Finding[]): readonly Finding[] {
  const { brokenAt, isMended } = part;
  if (brokenAt === undefined && isMended === undefined) return findings;
  const withoutFixes = (finding: Finding): Finding =>
    isOfSyntax(finding) ? finding : { ...finding, fixes: [] };
  if (brokenAt === undefined) return findings.map(withoutFixes);
  const whole = wholesOf(part).filter(({ end }) => end <= brokenAt);
  return findings
    .filter(
      (finding) =>
        isOfSyntax(finding) ||
        (!overWhole.has(finding.rule) && whole.some((span) => contains(span, finding.span))),
    )
    .map(withoutFixes);
}

function isOfSyntax({ rule }: Finding): boolean {
  return rule === "policy/valid-json" || rule === "cors/valid-json" || rule === "cors/valid-xml";
}

/** The rules that judge a statement by the others, of which some may not have been read. */
const overWhole: ReadonlySet<RuleId> = new Set(
  allRules.filter(({ acrossStatements }) => acrossStatements === true).map(({ id }) => id),
);

/** The stretches of a part that are judged each by itself. */
function wholesOf(part: AnyPart): readonly Span[] {
  switch (part.kind) {
    case "address":
    case "environment":
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
      return [part.span];
    case "cors":
      // A rule that seems to stand alone may be of a list that was not read.
      return part.model.list === undefined ? [] : part.model.rules.map(({ node }) => node.span);
    case "key-policy":
    case "policy":
      return part.model.statements.map(({ node }) => node.span);
  }
}

function checkPart(part: AnyPart, options: CheckOptions): Finding[] {
  switch (part.kind) {
    case "address":
      return withoutSecrets(run(addressRulesOf(part.model), part.model, options), () =>
        secretsIn(part.model),
      );
    case "environment":
      return withoutSecrets(run(rules.installation, part.model, options), () =>
        settingSecrets(part.model),
      );
    case "lifecycle":
      return run(rules.lifecycle, part.model, options);
    case "google-iam":
      return run(rules["google-iam"], part.model, options);
    case "azure-identity":
      return run(rules["azure-identity"], part.model, options);
    case "cors":
      return run(corsRules[part.model.dialect], part.model, options);
    case "key-policy":
    case "policy": {
      const { model } = part;
      return run(policyRules[model.type], model, options, withoutClean(model, options));
    }
  }
}

/** A value that runs over several lines has lost its closing quote, and its rest is not the address. */
function addressRulesOf({ kind, context, whole }: Address): readonly Rule<"address">[] {
  const judged = addressRules[kind][context.host];
  return /[\r\n]./.test(whole.text) ? judged.filter(({ id }) => id === validUrl.id) : judged;
}

/** Findings that say nothing of secrets, whatever they quote. */
function withoutSecrets(findings: Finding[], secretsOf: () => readonly string[]): Finding[] {
  const secrets = findings.length === 0 ? [] : secretsOf();
  if (secrets.length === 0) return findings;
  return findings.map((finding) => ({
    ...finding,
    message: redactMessage(finding.message, secrets),
    fixes: finding.fixes.map((fix) => ({ ...fix, title: redactMessage(fix.title, secrets) })),
    related: finding.related.map((other) => ({
      ...other,
      message: redactMessage(other.message, secrets),
    })),
  }));
}

/** A policy with the statements that rules for single statements have to look at. */
function withoutClean(policy: Policy, options: CheckOptions): Policy {
  const known = cleanStatements.get(policy);
  if (known === undefined || !isSame(known, options)) return policy;
  const statements = policy.statements.filter((statement) => !known.statements.has(statement));
  return { ...policy, statements };
}

/** Asks rules about a model; `local` is what those are given that judge each statement by itself. */
function run<G extends Group>(
  asked: readonly Rule<G>[],
  model: ModelOf<G>,
  options: CheckOptions,
  local = model,
): Finding[] {
  const { profile, severities = {}, onFault } = options;
  const findings: Finding[] = [];
  for (const rule of asked) {
    const override = severities[rule.id];
    if (override === "off") continue;
    try {
      const judged = rule.acrossStatements === true ? model : local;
      for (const finding of rule.check(judged, profile)) {
        findings.push(override === undefined ? finding : { ...finding, severity: override });
      }
    } catch (fault) {
      if (onFault === undefined) throw fault;
      onFault(rule.id, fault);
    }
  }
  return findings;
}
