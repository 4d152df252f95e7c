import {
  corsDialects,
  corsRoles,
  corsStorageNames,
  type CorsDialect,
  type CorsStorage,
} from "../../catalog/cors/dialects.js";
import { methodsByStorage, mostRules, wandbExposedHeader } from "../../catalog/cors/facts.js";
import { printJson } from "../../syntax/json-writer.js";
import { type Plain } from "../../syntax/value.js";
import { formatList } from "../../text/list.js";
import { message, type Message } from "../../text/message.js";
import { neutralCors, unique, type NeutralCors, type NeutralRule } from "./neutral.js";
import { printTerraform, printXml } from "./print.js";
import { type Cors } from "./cors.js";

/** The dialects that a configuration can be written in. */
export const corsTargets = [
  "s3",
  "s3-cli",
  "s3-xml",
  "gcs",
  "azure",
  "terraform-aws",
  "terraform-google",
  "terraform-azure",
  "cloudformation",
] as const satisfies readonly CorsDialect[];

export type CorsTargetDialect = (typeof corsTargets)[number];

/** A configuration in another dialect, and what that dialect cannot say. */
export interface CorsConversion {
  readonly text: string;
  readonly language: "json" | "xml" | "terraform";
  readonly lost: readonly Message[];
}

export function convertCors(cors: Cors, target: CorsTargetDialect): CorsConversion {
  return writeCors(neutralCors(cors), target);
}

/** Writes rules in a dialect. */
export function writeCors(neutral: NeutralCors, target: CorsTargetDialect): CorsConversion {
  const { storage } = corsDialects[target];
  const lost = [...neutral.lost];
  const isTerraform = target.startsWith("terraform");
  for (const text of isTerraform ? [] : neutral.interpolated) {
    lost.push(
      message(
        '"{text}" is a Terraform expression, which this format does not evaluate. Replace it with its value.',
        { text },
      ),
    );
  }
  const most = mostRules[storage]?.value;
  if (most !== undefined && neutral.rules.length > most) {
    const data = { storage: corsStorageNames[storage], most: String(most) };
    lost.push(message("{storage} accepts at most {most} rules.", data));
  }
  const rules = neutral.rules.map((rule, index) =>
    plainRule(fit(rule, storage, String(index + 1), lost), target),
  );
  if (target === "s3-xml") return { text: printXml(rules), language: "xml", lost };
  if (isTerraform) {
    const text = printTerraform(target, rules, new Set(neutral.interpolated));
    return { text, language: "terraform", lost };
  }
  const text = `${printJson(wrap(rules, target), "", "  ")}\n`;
  return { text, language: "json", lost };
}

function wrap(rules: readonly Plain[], target: CorsTargetDialect): Plain {
  switch (target) {
    case "s3-cli":
      return { CORSRules: rules };
    case "azure":
      return { properties: { cors: { corsRules: rules } } };
    case "cloudformation":
      return { CorsConfiguration: { CorsRules: rules } };
    default:
      return rules;
  }
}

/** A rule in a dialect's words. Fields without values are left out where the dialect lets them. */
function plainRule(rule: NeutralRule, target: CorsTargetDialect): Readonly<Record<string, Plain>> {
  const { keys, storage } = corsDialects[target];
  const plain: Record<string, Plain> = {};
  for (const role of corsRoles) {
    const key = keys[role];
    const value = rule[role];
    if (key === undefined || value === undefined) continue;
    const isNeeded = storage === "azure" || role === "origins" || role === "methods";
    if (typeof value === "object" && value.length === 0 && !isNeeded) continue;
    plain[key] = value;
  }
  return plain;
}

/** What of a rule a storage can express; the rest is told. */
function fit(
  rule: NeutralRule,
  storage: CorsStorage,
  number: string,
  lost: Message[],
): NeutralRule {
  const data = { number, storage: corsStorageNames[storage] };
  for (const origin of storage === "s3" ? [] : rule.origins) {
    if (origin === "*" || !origin.includes("*")) continue;
    lost.push(
      message(
        '{storage} compares the origin "{origin}" in rule {number} literally, not as a pattern.',
        {
          ...data,
          origin,
        },
      ),
    );
  }
  const methods = fitMethods(rule.methods, storage, data, lost);
  const headers = fitHeaders(rule, storage, data, lost);
  if (rule.id !== undefined && storage !== "s3") {
    lost.push(
      message(
        '{storage} does not support rule IDs, so the ID "{id}" of rule {number} is omitted.',
        {
          ...data,
          id: rule.id,
        },
      ),
    );
  }
  // Without a maximum age a browser remembers a preflight for five seconds.
  const needsAge = storage === "azure" && rule.maxAge === undefined;
  if (needsAge) {
    lost.push(
      message(
        "{storage} requires a maximum age, so rule {number} uses the browser default of 5 seconds.",
        data,
      ),
    );
  }
  return {
    id: storage === "s3" ? rule.id : undefined,
    origins: rule.origins,
    methods,
    ...headers,
    maxAge: needsAge ? 5 : rule.maxAge,
  };
}

interface Place {
  readonly number: string;
  readonly storage: string;
}

function fitMethods(
  methods: readonly string[],
  storage: CorsStorage,
  data: Place,
  lost: Message[],
): readonly string[] {
  const known = methodsByStorage[storage].value;
  return unique(
    methods.flatMap((method) => {
      if (known.includes(method) || /[${}<]/.test(method)) return [method];
      const upper = method.toUpperCase();
      if (known.includes(upper)) return [upper];
      if (method === "*") {
        lost.push(
          message(
            "{storage} does not accept a wildcard for methods, so rule {number} lists every method.",
            data,
          ),
        );
        return known;
      }
      // Cloud Storage takes any method.
      if (storage === "gcs") return [method];
      lost.push(
        message("{storage} does not accept {method}, so it is omitted from rule {number}.", {
          ...data,
          method,
        }),
      );
      return [];
    }),
  );
}

/** Google has one list for both; S3 exposes no pattern. */
function fitHeaders(
  { allowedHeaders, exposedHeaders }: NeutralRule,
  storage: CorsStorage,
  data: Place,
  lost: Message[],
): Pick<NeutralRule, "allowedHeaders" | "exposedHeaders"> {
  if (storage === "gcs") {
    const both = unique([...allowedHeaders, ...exposedHeaders]);
    const isSame =
      both.length === unique(allowedHeaders).length &&
      both.length === unique(exposedHeaders).length;
    if (!isSame) {
      lost.push(
        message(
          "{storage} has a single header list, so rule {number} both allows and exposes every header in it.",
          data,
        ),
      );
    }
    for (const header of both) {
      if (header === "*" || !header.includes("*")) continue;
      lost.push(
        message(
          '{storage} compares the header "{header}" in rule {number} literally, not as a pattern.',
          {
            ...data,
            header,
          },
        ),
      );
    }
    const all = both.includes("*") ? ["*"] : both;
    return { allowedHeaders: all, exposedHeaders: all };
  }
  if (storage === "azure") return { allowedHeaders, exposedHeaders };
  const exact = exposedHeaders.filter((header) => !header.includes("*"));
  if (exact.length < exposedHeaders.length) {
    const header = wandbExposedHeader.value;
    lost.push(
      message(
        "{storage} does not accept a wildcard in exposed headers, so rule {number} exposes {headers} instead.",
        {
          ...data,
          headers: formatList(unique([...exact, header])),
        },
      ),
    );
    return { allowedHeaders, exposedHeaders: unique([...exact, header]) };
  }
  return { allowedHeaders, exposedHeaders };
}
