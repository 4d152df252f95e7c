import { defaultProfile, type Profile } from "../model/profile.js";
import { allRules } from "../rules/registry.js";
import { allSeverities, type Severity } from "../schema/severity.js";
import { deployments, policyTypeChoices, type PolicyTypeChoice } from "../schema/settings.js";
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

/** How a file is read and judged. */
export interface Judging {
  readonly profile: Profile;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  readonly policyTypes: Readonly<Record<string, PolicyTypeChoice>>;
  readonly addressKeys: readonly string[];
}

/** What the options of a command say. */
export function readJudging(values: JudgingValues): Judging {
  const { deployment, origin = [] } = values;
  const addressKeys = values["address-key"] ?? [];
  const known =
    deployment === undefined ? "unknown" : choice("deployment", deployment, deployments, "unknown");
  for (const each of origin) checkOrigin("origin", each);
  return {
    profile: {
      ...defaultProfile,
      ...(known === "unknown" ? {} : { deployment: known }),
      ...stated("serverVersion", version("server-version", values["server-version"])),
      ...stated("chartVersion", version("chart-version", values["chart-version"])),
      ...stated("awsRegion", values["aws-region"]),
      origins: origin,
      addressKeys,
    },
    severities: severitiesOf(values.rule ?? []),
    policyTypes: policyTypesOf(values["policy-type"] ?? []),
    addressKeys,
  };
}

/** Refuses an origin that no browser sends. */
export function checkOrigin(option: string, origin: string): void {
  if (/^[a-z][a-z\d+.-]*:\/\/[^/?#]+$/i.test(origin) || origin === "null") return;
  throw new UsageError(
    `--${option} expects a scheme and a host without a path, such as https://wandb.ai, not "${origin}"`,
  );
}

function stated<Name extends string>(
  name: Name,
  value: string | undefined,
): Partial<Record<Name, string>> {
  return value === undefined || value === "" ? {} : ({ [name]: value } as Record<Name, string>);
}

function version(option: string, value: string | undefined): string | undefined {
  if (value === undefined || /^v?\d+(?:\.\d+){0,2}$/.test(value)) return value;
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
function severitiesOf(values: readonly string[]): Judging["severities"] {
  const severities = new Map<string, Severity | "off">();
  for (const value of values) {
    const equals = value.lastIndexOf("=");
    if (equals < 0) {
      throw new UsageError(
        `--rule expects RULE=SEVERITY, such as cors/valid-origin=off, not "${value}"`,
      );
    }
    const name = value.slice(0, equals);
    const severity = choice("rule", value.slice(equals + 1), ["off", ...allSeverities], "off");
    const rules = rulesNamed(name);
    if (rules.length === 0) throw new UsageError(`--rule: ${unknownRule(name)}`);
    for (const rule of rules) severities.set(rule, severity);
  }
  return Object.fromEntries(severities);
}

/** The rules of a name: one by its id, those of a group by `group/*`. */
export function rulesNamed(name: string): readonly string[] {
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
  const hint = known === undefined ? "See byob rules" : `Did you mean "${known}"?`;
  return `"${name}" is not a rule. ${hint}`;
}
