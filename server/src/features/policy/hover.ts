import { sources } from "../../catalog/sources.js";
import { conditionOperator } from "../../catalog/policy/condition-operators.js";
import { keyType } from "../../catalog/policy/condition-keys.js";
import { policyElements } from "../../catalog/policy/elements.js";
import {
  actionDetail,
  conditionKeyDetail,
  serviceNames,
  describeServiceReference,
  type ActionDetail,
} from "../../catalog/service-reference.js";
import { type Source } from "../../catalog/source.js";
import { bucketPermissions, keyPermissions } from "../../catalog/wandb/permissions.js";
import {
  awsPrincipals,
  coreweavePrincipals,
  deploymentNames,
  orgIdKey,
} from "../../catalog/wandb/principals.js";
import { readArn } from "../../model/policy/arn.js";
import { matches } from "../../model/policy/pattern.js";
import { readOperator, type Policy } from "../../model/policy/policy.js";
import { placeAt } from "../../syntax/place.js";
import { type StringValue, type Value } from "../../syntax/value.js";
import { formatMessage } from "../../text/message.js";
import { contains, type Located } from "../../text/span.js";
import { showSymbols } from "../../text/symbol.js";
import { explainCondition } from "./condition.js";

/** More than this many actions of a wildcard are counted, not listed. */
const mostListed = 24;

/** What stands at an offset of a policy and what W&B needs of it, as Markdown. */
export function policyHover(
  policy: Policy,
  offset: number,
  now: number,
): Located<string> | undefined {
  if (policy.root === undefined) return undefined;
  const place = placeAt(policy.root, offset);
  if (place === undefined) return undefined;
  const { path, key, values } = place;
  const names = path.filter((step) => typeof step === "string");
  if (key !== undefined) {
    const value = aboutKey(policy, names, key.key, now);
    return value === undefined ? undefined : { span: key.key.span, value };
  }
  const innermost = values.at(-1);
  if (innermost === undefined) return undefined;
  const value = lines(
    aboutReference(values) ?? "",
    aboutValue(policy, names, innermost, now) ?? "",
  );
  return value === "" ? undefined : { span: innermost.span, value };
}

/** What a reference is taken for: the text that it stands for, or all texts of its list. */
function aboutReference(values: readonly Value[]): string | undefined {
  const [outer, innermost] = values.slice(-2);
  const isList =
    outer?.kind === "array" &&
    outer.items.length > 1 &&
    outer.items.every(({ span }) => span.start === outer.span.start && span.end === outer.span.end);
  const texts = (isList ? outer.items : [innermost]).flatMap((item) =>
    item?.kind === "string" && item.isResolved === true ? [code(showSymbols(item.value))] : [],
  );
  if (texts.length === 0) return undefined;
  return `This reference is taken for ${texts.join(", ")}.`;
}

function aboutKey(
  policy: Policy,
  names: readonly string[],
  key: StringValue,
  now: number,
): string | undefined {
  const name = names.at(-1) ?? "";
  const inCondition = names.indexOf("Condition");
  if (inCondition >= 0 && names.length === inCondition + 2) return aboutOperator(key);
  if (inCondition >= 0 && names.length === inCondition + 3)
    return lines(aboutConditionKey(name, now) ?? "", conditionSentence(policy, key)) || undefined;
  const element = policyElements[name];
  if (element === undefined) return undefined;
  return lines(`**${name}**`, element.text, cite(element.source));
}

function aboutValue(
  policy: Policy,
  names: readonly string[],
  value: Value,
  now: number,
): string | undefined {
  if (value.kind !== "string") return undefined;
  if (names.includes("Condition")) return conditionSentence(policy, value) || undefined;
  const element = names.find((name) => name !== "Statement") ?? "";
  switch (element) {
    case "Action":
    case "NotAction":
      return aboutAction(value.value, now);
    case "Principal":
    case "NotPrincipal":
      return aboutPrincipal(value.value);
    case "Resource":
    case "NotResource":
      return aboutArn(value.value);
    default: {
      const fact = policyElements[element];
      return fact === undefined ? undefined : lines(`**${element}**`, fact.text, cite(fact.source));
    }
  }
}

function aboutAction(text: string, now: number): string | undefined {
  const colon = text.indexOf(":");
  if (text === "*") return lines("**`*`** — every action of every service.", neededBy(text));
  if (colon < 0) return undefined;
  const service = text.slice(0, colon);
  const name = text.slice(colon + 1);
  const known = serviceNames(service);
  if (known === undefined) return undefined;
  if (/[*?]/.test(name)) return aboutPattern(service, name, text, now);
  const detail = actionDetail(service, name);
  if (detail === undefined) {
    const exact = known.actionByName.get(name.toLowerCase());
    return exact === undefined
      ? undefined
      : lines(`**${service.toLowerCase()}:${exact}** — an action of ${known.name}.`, dataOf(now));
  }
  return lines(
    `**${service.toLowerCase()}:${detail.name}** — ${detail.description}.`,
    facts([
      ["Access level", detail.accessLevel],
      ["Resources", resourcesOf(detail)],
      ["Condition keys", listed(detail.conditionKeys.map(({ key }) => key))],
    ]),
    neededBy(text),
    dataOf(now),
  );
}

function aboutPattern(service: string, name: string, text: string, now: number): string {
  const all = serviceNames(service)?.actions ?? [];
  const found = all.filter((action) => matches(name, action, { ignoreCase: true }));
  const shown = found.slice(0, mostListed).map((action) => `\`${action}\``);
  const rest = found.length - shown.length;
  return lines(
    `**${text}** — ${String(found.length)} of ${String(all.length)} actions of ${serviceNames(service)?.name ?? service}.`,
    shown.join(", ") + (rest > 0 ? ` and ${String(rest)} more` : ""),
    neededBy(text),
    dataOf(now),
  );
}

/** What W&B uses an action for, and what fails without it where a page says so. */
function neededBy(text: string): string {
  const needed = [...bucketPermissions, ...keyPermissions].filter(
    ({ action, essential }) =>
      essential.some((each) => matches(text, each, { ignoreCase: true })) ||
      action.toLowerCase() === text.toLowerCase(),
  );
  if (needed.length === 0) return "";
  const names = needed.map(({ action }) => `\`${action}\``).join(", ");
  const without = [...new Set(needed.map(({ without: fails }) => fails ?? ""))].filter(Boolean);
  const [first] = needed;
  return `W&B needs ${names}.${without.length > 0 ? ` Without it: ${without.join(" ")}` : ""} ${first === undefined ? "" : cite(first.source)}`;
}

function resourcesOf({ resourceTypes }: ActionDetail): string {
  return resourceTypes.length === 0
    ? "only `*`"
    : resourceTypes.map(({ name, arn }) => `${name} (\`${arn}\`)`).join(", ");
}

function aboutPrincipal(text: string): string | undefined {
  const known = [...awsPrincipals, ...coreweavePrincipals].find(({ arn }) => arn === text);
  if (known !== undefined) {
    const names = known.deployments.map((deployment) => deploymentNames[deployment]).join(" and ");
    return lines(`**W&B, ${names}**`, aboutAccount(text), cite(known.source));
  }
  if (text === "*") {
    return lines(
      "**Anyone**, including requests without credentials. Only conditions and Block Public Access restrict access to the bucket.",
      cite(policyElements["Principal"]?.source ?? sources["wandb-byob"]),
    );
  }
  const owner = awsPrincipals.find(
    ({ account }) => text.includes(`:${account}:`) || text === account,
  );
  if (owner !== undefined) {
    const names = owner.deployments.map((deployment) => deploymentNames[deployment]).join(" and ");
    return lines(
      `A principal of W&B's account ${owner.account} (${names}), but not the documented one: \`${owner.arn}\`.`,
      cite(owner.source),
    );
  }
  const account = aboutAccount(text);
  return account === ""
    ? aboutArn(text)
    : lines(account, cite(policyElements["Principal"]?.source ?? sources["wandb-byob"]));
}

function aboutAccount(text: string): string {
  const bare = /^\d{12}$/.test(text);
  const root = /^arn:[\w-]+:iam::(?<account>\d{12}):root$/.exec(text);
  if (!bare && root === null) return "";
  const account = root?.groups?.["account"] ?? text;
  return `The whole account ${account}, not just its root user. The IAM policies of that account determine which principals have access.`;
}

function aboutArn(text: string): string | undefined {
  if (text === "*") {
    return lines(
      "**Everything.** In a key policy, this means the key itself. A bucket policy must specify its bucket.",
    );
  }
  const arn = readArn(text);
  if (arn === undefined) return undefined;
  const [, partition = "", service = "", region = "", account = ""] = text.split(":");
  const resource = text.split(":").slice(5).join(":");
  const isS3 = service.toLowerCase() === "s3";
  const what = !isS3
    ? (serviceNames(service)?.name ?? service)
    : resource.includes("/")
      ? "objects in a bucket, for actions such as `s3:GetObject` and `s3:PutObject`"
      : "a bucket, for actions such as `s3:ListBucket` and `s3:GetBucketLocation`";
  return lines(
    `**ARN** of ${what}.`,
    facts([
      ["Partition", code(partition)],
      ["Service", code(service)],
      ["Region", region === "" ? "none" : code(region)],
      ["Account", account === "" ? "none" : code(account)],
      ["Resource", code(resource)],
    ]),
  );
}

function aboutOperator(key: StringValue): string | undefined {
  const operator = readOperator(key);
  const known = conditionOperator(operator.name);
  if (known === undefined) return undefined;
  const qualifier =
    operator.qualifier === "ForAllValues"
      ? "Every value in the request must match. A request without the key matches too."
      : operator.qualifier === "ForAnyValue"
        ? "At least one value in the request must match."
        : "";
  const ifExists = operator.ifExists ? "A request without the key matches too." : "";
  return lines(
    `**${operator.text}** — compares ${known.family} values.`,
    qualifier,
    ifExists,
    cite(sources["iam-condition-operators"]),
  );
}

function aboutConditionKey(name: string, now: number): string | undefined {
  if (name === orgIdKey) {
    return lines(
      `**${orgIdKey}** — the W&B organization that W&B acts for. On Multi-tenant Cloud, use the organization ID that is shown when you create a team. On Dedicated Cloud and Self-Managed, use the Customer Namespace in the System Console. Without this condition, any W&B organization can access the bucket.`,
      cite(sources["wandb-byob"]),
    );
  }
  const detail = conditionKeyDetail(name);
  if (detail === undefined) {
    const type = keyType(name);
    return type === undefined
      ? undefined
      : lines(`**${name}** — holds ${type.type} values.`, dataOf(now));
  }
  const description =
    detail.description === "" ? "" : ` — ${detail.description.replace(/\.?$/, ".")}`;
  return lines(`**${detail.key}**${description}`, facts([["Type", detail.type]]), dataOf(now));
}

/** What the condition requires that has this key or this value, in sentences. */
function conditionSentence({ statements }: Policy, { span }: Value): string {
  const condition = statements
    .flatMap(({ conditions }) => conditions)
    .find(({ keyMember }) => contains(keyMember.span, span));
  if (condition === undefined) return "";
  return explainCondition(condition)
    .map((sentence) => formatMessage(sentence))
    .join(" ");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `\`${name}\``);
  return shown.join(", ") + (names.length > 12 ? ` and ${String(names.length - 12)} more` : "");
}

function facts(rows: readonly (readonly [string, string])[]): string {
  return rows
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `- ${name}: ${value}`)
    .join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

function dataOf(now: number): string {
  return `${describeServiceReference(now)}.`;
}

function cite({ title, url, date }: Source): string {
  return `[${title}](${url}) (${date})`;
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
