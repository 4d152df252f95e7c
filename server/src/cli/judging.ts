import { forWandb, profileOf } from "../model/profile.js";
import { type CheckOptions } from "../rules/check.js";
import { allRules } from "../rules/registry.js";
import { severityChoices, type SeverityChoice } from "../schema/severity.js";
import {
  defaultSettings,
  deployments,
  policyTypeChoices,
  versionForm,
  type PolicyTypeChoice,
} from "../schema/settings.js";
import { nearest } from "../text/nearest.js";
import { choice } from "./options.js";
import { UsageError } from "./usage-error.js";

/** The options that say how files are judged, for every command that judges. */
export const judgingOptions = {
  deployment: { type: "string" },
  "server-version": { type: "string" },
  "chart-version": { type: "string" },
  "aws-region": { type: "string" },
  origin: { type: "string", multiple: true },
  "address-key": { type: "string", multiple: true },
  "policy-type": { type: "string", multiple: true },
  rule: { type: "string", multiple: true },
} as const;

/** The values of those options. */
export interface JudgingValues {
  readonly deployment?: string | undefined;
  readonly "server-version"?: string | undefined;
  readonly "chart-version"?: string | undefined;
  readonly "aws-region"?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly "address-key"?: readonly string[] | undefined;
  readonly "policy-type"?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
}

/** How files are read and judged. */
export interface Judging extends CheckOptions {
  readonly policyTypes: Readonly<Record<string, PolicyTypeChoice>>;
  readonly addressKeys: readonly string[];
}

/** What the options of a command say. */
export function readJudging(values: JudgingValues): Judging {
  const { origin: origins = [], "address-key": addressKeys = [] } = values;
  for (const origin of origins) checkOrigin("origin", origin);
  const profile = profileOf({
    ...defaultSettings,
    deployment: choice("deployment", values.deployment, deployments, "unknown"),
    serverVersion: version("server-version", values["server-version"]),
    chartVersion: version("chart-version", values["chart-version"]),
    awsRegion: values["aws-region"] ?? "",
    origins: [...origins],
    addressKeys: [...addressKeys],
  });
  return {
    profile,
    severities: severitiesOf(values.rule ?? []),
    policyTypes: policyTypesOf(values["policy-type"] ?? []),
    addressKeys,
  };
}

/** The same for a file, whose folder may be W&B's. */
export function judgingIn(judging: Judging, isForWandb: boolean): Judging {
  return isForWandb ? { ...judging, profile: forWandb(judging.profile) } : judging;
}

/** Refuses an origin that no browser sends. */
export function checkOrigin(option: string, origin: string): void {
  if (/^[a-z][a-z\d+.-]*:\/\/[^/?#]+$/i.test(origin) || origin === "null") return;
  throw new UsageError(
    `--${option} expects a scheme and a host without a path, such as https://wandb.ai, not "${origin}"`,
  );
}

function version(option: string, value: string | undefined): string {
  if (value === undefined) return "";
  if (versionForm.test(value)) return value;
  throw new UsageError(`--${option} expects a version such as 0.73.0, not "${value}"`);
}

/** The types of policies by glob, of options such as `identity` or `roles/*.json=identity`. */
function policyTypesOf(values: readonly string[]): Judging["policyTypes"] {
  return Object.fromEntries(
    values.map((value) => {
      const equals = value.lastIndexOf("=");
      const type = choice("policy-type", value.slice(equals + 1), policyTypeChoices, "auto");
      return [equals < 0 ? "**" : value.slice(0, equals), type];
    }),
  );
}

/** The severities of options such as `cors/valid-origin=off` or `cors/*=warning`; the last one counts. */
function severitiesOf(values: readonly string[]): Readonly<Record<string, SeverityChoice>> {
  const severities = new Map<string, SeverityChoice>();
  for (const value of values) {
    const equals = value.lastIndexOf("=");
    if (equals < 0) {
      throw new UsageError(
        `--rule expects RULE=SEVERITY, such as cors/valid-origin=off, not "${value}"`,
      );
    }
    const name = value.slice(0, equals);
    const severity = choice("rule", value.slice(equals + 1), severityChoices, "off");
    const rules = rulesNamed(name);
    if (rules.length === 0) throw new UsageError(`--rule: ${unknownRule(name)}`);
    for (const rule of rules) severities.set(rule, severity);
  }
  return Object.fromEntries(severities);
}

/** The rules of a name: one by its id, those of a group by `group/*`. */
function rulesNamed(name: string): readonly string[] {
  const group = name.endsWith("/*") ? name.slice(0, -1) : undefined;
  return allRules.flatMap(({ id }) =>
    id === name || (group !== undefined && id.startsWith(group)) ? [id] : [],
  );
}

/** Says that there is no such rule, with the nearest one. */
export function unknownRule(name: string): string {
  const known = nearest(
    name,
    allRules.map(({ id }) => id),
  );
  return known === undefined
    ? `"${name}" is not a rule. To list all rules, run byob rules.`
    : `"${name}" is not a rule. Did you mean "${known}"?`;
}
