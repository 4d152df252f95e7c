import { corsStorageNames } from "../../catalog/cors/dialects.js";
import { methodsByStorage, mostRules } from "../../catalog/cors/facts.js";
import { message, type Message } from "../../text/message.js";
import { type Cors } from "./cors.js";
import { type CorsRule } from "./rule.js";

/**
 * Why a storage would refuse the whole configuration, so that none of its rules comes into force.
 * Google refuses next to nothing; what it does not know it ignores.
 */
export function refusalOf(cors: Cors): Message | undefined {
  const { storage, rules } = cors;
  const most = mostRules[storage]?.value;
  const data = { storage: corsStorageNames[storage] };
  if (most !== undefined && rules.length > most) {
    return message("{storage} accepts at most {most} rules, so it rejects the configuration.", {
      ...data,
      most: String(most),
    });
  }
  if (storage === "gcs") return undefined;
  if (storage === "s3" && rules.length === 0 && !cors.partial) {
    return message("{storage} rejects a configuration without rules.", data);
  }
  for (const rule of rules) {
    const number = String(rule.index + 1);
    const key = rule.unknown[0]?.member.key.value;
    if (key !== undefined) {
      return message(
        '{storage} rejects the configuration because of the field "{key}" in rule {number}.',
        {
          ...data,
          number,
          key,
        },
      );
    }
    const value = refusedValue(cors, rule);
    if (value !== undefined) {
      return message(
        '{storage} rejects the configuration because of the value "{value}" in rule {number}.',
        {
          ...data,
          number,
          value,
        },
      );
    }
    if (isBare(rule)) {
      return message(
        "{storage} rejects the configuration because rule {number} has no origin or no method.",
        { ...data, number },
      );
    }
  }
  return undefined;
}

/** A value that the storage's API takes nowhere in such a list. */
function refusedValue({ storage }: Cors, rule: CorsRule): string | undefined {
  const known = methodsByStorage[storage].value;
  const method = rule.methods?.items.find((item) => !item.partial && !known.includes(item.value));
  if (method !== undefined || storage !== "s3") return method?.value;
  const patterns = [...(rule.origins?.items ?? []), ...(rule.allowedHeaders?.items ?? [])];
  const twice = patterns.find(({ value }) => value.indexOf("*") !== value.lastIndexOf("*"));
  return (twice ?? rule.exposedHeaders?.items.find(({ value }) => value.includes("*")))?.value;
}

function isBare({ origins, methods }: CorsRule): boolean {
  return [origins, methods].some(
    (field) => field === undefined || (!field.partial && field.items.length === 0),
  );
}
