import { type BYOBDocument } from "../documents/document.js";
import { ensembleOf } from "../documents/ensemble.js";
import { type AnyPart } from "../documents/part.js";
import { type PolicyType } from "../model/policy.js";
import { type Profile } from "../model/profile.js";
import { rules } from "./registry.js";
import { type Finding, type Group, type ModelOf, type RuleId, type Severity } from "./rule.js";

/** How a user wants documents judged. */
export interface CheckOptions {
  readonly profile: Profile;
  /** Severities that replace a rule's own, by rule id. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** Told when a rule fails, which costs its own findings only. Without it, the failure is thrown. */
  readonly onFault?: (rule: RuleId, fault: unknown) => void;
}

/** The group of rules that a policy has besides the general ones. */
const groupByPolicyType = {
  bucket: "bucket-policy",
  minio: "bucket-policy",
  "coreweave-bucket": "coreweave-policy",
  "coreweave-organization": "coreweave-policy",
  key: "policy",
  identity: "identity-policy",
  trust: "trust-policy",
} as const satisfies Record<PolicyType, Group>;

/** The rules on what is still to be filled in; in a page or a template it is meant to be. */
const openInExamples = "/leave-no-placeholder";

/** Every finding of a document, in document order. An editor asks several times for the same text. */
export function check(document: BYOBDocument, options: CheckOptions): readonly Finding[] {
  const known = byDocument.get(document);
  if (known !== undefined && isSame(known, options)) return known.findings;
  const findings = document.parts.flatMap((part) => findingsOf(part, options));
  const ensemble = ensembleOf(document);
  if (ensemble !== undefined) findings.push(...run("document", ensemble, options));
  const open = document.isExample
    ? findings.filter(({ rule }) => !rule.endsWith(openInExamples))
    : findings;
  const sorted = open.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  byDocument.set(document, { ...options, findings: sorted });
  return sorted;
}

/** Findings, and the options that they were found under. */
type Judged = CheckOptions & { readonly findings: readonly Finding[] };

const byDocument = new WeakMap<BYOBDocument, Judged>();

/** What is known of parts, so that none is judged twice. */
export const judgedParts = new WeakMap<AnyPart, Judged>();

function isSame(a: CheckOptions, b: CheckOptions): boolean {
  return a.profile === b.profile && a.severities === b.severities;
}

function findingsOf(part: AnyPart, options: CheckOptions): readonly Finding[] {
  const known = judgedParts.get(part);
  if (known !== undefined && isSame(known, options)) return known.findings;
  const findings = checkPart(part, options);
  judgedParts.set(part, { ...options, findings });
  return findings;
}

function checkPart(part: AnyPart, options: CheckOptions): Finding[] {
  switch (part.kind) {
    case "address":
    case "environment":
    case "cors":
      return run(part.kind, part.model, options);
    case "key-policy":
      return [...run("policy", part.model, options), ...run("key-policy", part.model, options)];
    case "policy": {
      const group = groupByPolicyType[part.model.type];
      const general = run("policy", part.model, options);
      return group === "policy" ? general : [...general, ...run(group, part.model, options)];
    }
  }
}

function run<G extends Group>(group: G, model: ModelOf<G>, options: CheckOptions): Finding[] {
  const { profile, severities = {}, onFault } = options;
  const findings: Finding[] = [];
  for (const rule of rules[group]) {
    const override = severities[rule.id];
    if (override === "off") continue;
    try {
      for (const finding of rule.check(model, profile)) {
        findings.push(override === undefined ? finding : { ...finding, severity: override });
      }
    } catch (fault) {
      if (onFault === undefined) throw fault;
      onFault(rule.id, fault);
    }
  }
  return findings;
}
