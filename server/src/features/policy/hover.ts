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
import { bucketPermissions, keyPermissions } from "../../catalog/wandb/permissions.js";
import {
  awsPrincipals,
  coreweavePrincipals,
  deploymentNames,
  orgIdKey,
  type Deployment,
} from "../../catalog/wandb/principals.js";
import { readArn } from "../../model/policy/arn.js";
import { matches } from "../../model/policy/pattern.js";
import { readOperator, type Policy } from "../../model/policy/policy.js";
import { placeAt } from "../../syntax/place.js";
import { type StringValue, type Value } from "../../syntax/value.js";
import { formatList } from "../../text/list.js";
import {
  formatMessage,
  message,
  type Message,
  type Say,
  type Translate,
  untranslated,
} from "../../text/message.js";
import { contains, type Located } from "../../text/span.js";
import { showSymbols } from "../../text/symbol.js";
import { explainCondition, operatorNotes } from "./condition.js";
import { cite, code } from "../markdown.js";

/** More than this many actions of a wildcard are counted, not listed. */
const mostListed = 24;

/** More than this many condition keys of an action are counted, not listed. */
const mostKeys = 12;

/** What stands at an offset of a policy and what W&B needs of it, as Markdown. */
export function policyHover(
  policy: Policy,
  offset: number,
  now: number,
  translate: Translate = untranslated,
): Located<string> | undefined {
  const say: Say = (text) => formatMessage(text, translate);
  if (policy.root === undefined) return undefined;
  const place = placeAt(policy.root, offset);
  if (place === undefined) return undefined;
  const { path, key, values } = place;
  const names = path.filter((step) => typeof step === "string");
  if (key !== undefined) {
    const value = aboutKey(policy, names, key.key, now, say);
    return value === undefined ? undefined : { span: key.key.span, value };
  }
  const innermost = values.at(-1);
  if (innermost === undefined) return undefined;
  const value = lines(
    aboutReference(values, say) ?? "",
    aboutValue(policy, names, innermost, now, say) ?? "",
  );
  return value === "" ? undefined : { span: innermost.span, value };
}

/** What a reference is taken for: the text that it stands for, or all texts of its list. */
function aboutReference(values: readonly Value[], say: Say): string | undefined {
  const [outer, innermost] = values.slice(-2);
  const isList =
    outer?.kind === "array" &&
    outer.items.length > 1 &&
    outer.items.every(({ span }) => span.start === outer.span.start && span.end === outer.span.end);
  const texts = (isList ? outer.items : [innermost]).flatMap((item) =>
    item?.kind === "string" && item.isResolved === true ? [code(showSymbols(item.value))] : [],
  );
  if (texts.length === 0) return undefined;
  return say(message("This reference resolves to {list}.", { list: formatList(texts) }));
}

function aboutKey(
  policy: Policy,
  names: readonly string[],
  key: StringValue,
  now: number,
  say: Say,
): string | undefined {
  const name = names.at(-1) ?? "";
  const inCondition = names.indexOf("Condition");
  if (inCondition >= 0 && names.length === inCondition + 2) return aboutOperator(key, say);
  if (inCondition >= 0 && names.length === inCondition + 3)
    return (
      lines(aboutConditionKey(name, now, say) ?? "", conditionSentence(policy, key, say)) ||
      undefined
    );
  const element = policyElements[name];
  if (element === undefined) return undefined;
  return lines(`**${name}**`, element.text, cite(element.source));
}

function aboutValue(
  policy: Policy,
  names: readonly string[],
  value: Value,
  now: number,
  say: Say,
): string | undefined {
  if (value.kind !== "string") return undefined;
  if (names.includes("Condition")) return conditionSentence(policy, value, say) || undefined;
  const element = names.find((name) => name !== "Statement") ?? "";
  switch (element) {
    case "Action":
    case "NotAction":
      return aboutAction(value.value, now, say);
    case "Principal":
    case "NotPrincipal":
      return aboutPrincipal(value.value, say);
    case "Resource":
    case "NotResource":
      return aboutArn(value.value, say);
    default: {
      const fact = policyElements[element];
      return fact === undefined ? undefined : lines(`**${element}**`, fact.text, cite(fact.source));
    }
  }
}

function aboutAction(text: string, now: number, say: Say): string | undefined {
  const colon = text.indexOf(":");
  if (text === "*") {
    return lines(
      heading(text),
      say(message("Every action of every service.")),
      neededBy(text, say),
    );
  }
  if (colon < 0) return undefined;
  const service = text.slice(0, colon);
  const name = text.slice(colon + 1);
  const known = serviceNames(service);
  if (known === undefined) return undefined;
  if (/[*?]/.test(name)) return aboutPattern(service, name, text, now, say);
  const detail = actionDetail(service, name);
  if (detail === undefined) {
    const exact = known.actionByName.get(name.toLowerCase());
    return exact === undefined
      ? undefined
      : lines(
          heading(`${service.toLowerCase()}:${exact}`),
          facts([[message("Service"), known.name]], say),
          dataOf(now),
        );
  }
  const keys = detail.conditionKeys.map(({ key }) => code(key));
  return lines(
    heading(`${service.toLowerCase()}:${detail.name}`),
    `${detail.description}.`,
    facts(
      [
        [message("Access level"), detail.accessLevel],
        [message("Resources"), resourcesOf(detail, say)],
        [message("Condition keys"), keys.length === 0 ? "" : formatList(keys, "and", mostKeys)],
      ],
      say,
    ),
    neededBy(text, say),
    dataOf(now),
  );
}

function aboutPattern(service: string, name: string, text: string, now: number, say: Say): string {
  const all = serviceNames(service)?.actions ?? [];
  const found = all
    .filter((action) => matches(name, action, { ignoreCase: true }))
    .map((action) => code(action));
  const data = {
    count: String(found.length),
    total: String(all.length),
    service: serviceNames(service)?.name ?? service,
  };
  return lines(
    heading(text),
    say(message("Matches {count} of the {total} actions of {service}.", data)),
    found.length === 0 ? "" : formatList(found, "and", mostListed),
    neededBy(text, say),
    dataOf(now),
  );
}

/** What W&B uses an action for, and what fails without it where a page says so. */
function neededBy(text: string, say: Say): string {
  const needed = [...bucketPermissions, ...keyPermissions].filter(
    ({ action, essential }) =>
      essential.some((each) => matches(text, each, { ignoreCase: true })) ||
      action.toLowerCase() === text.toLowerCase(),
  );
  const [first] = needed;
  if (first === undefined) return "";
  const actions = formatList(needed.map(({ action }) => code(action)));
  const without = [...new Set(needed.flatMap(({ without: fails }) => fails ?? []))];
  return [
    say(message("W&B needs {actions}.", { actions })),
    ...(without.length === 0
      ? []
      : [say(message("If missing: {effects}", { effects: without.join(" ") }))]),
    cite(first.source),
  ].join(" ");
}

function resourcesOf({ resourceTypes }: ActionDetail, say: Say): string {
  return resourceTypes.length === 0
    ? say(message("only {wildcard}", { wildcard: code("*") }))
    : formatList(resourceTypes.map(({ name, arn }) => `${name} (${code(arn)})`));
}

function aboutPrincipal(text: string, say: Say): string | undefined {
  const known = [...awsPrincipals, ...coreweavePrincipals].find(({ arn }) => arn === text);
  const elementSource = policyElements["Principal"]?.source ?? sources["wandb-byob"];
  if (known !== undefined) {
    return lines(
      `**W&B: ${namesOf(known.deployments)}**`,
      aboutAccount(text, say),
      cite(known.source),
    );
  }
  if (text === "*") {
    return lines(
      say(
        message(
          "Anyone, including requests without credentials. Only conditions and Block Public Access restrict access to the bucket.",
        ),
      ),
      cite(elementSource),
    );
  }
  const owner = awsPrincipals.find(
    ({ account }) => text.includes(`:${account}:`) || text === account,
  );
  if (owner !== undefined) {
    return lines(
      say(
        message(
          "This principal is in the W&B account {account} ({deployments}), but it is not the documented one: {principal}.",
          {
            account: owner.account,
            deployments: namesOf(owner.deployments),
            principal: code(owner.arn),
          },
        ),
      ),
      cite(owner.source),
    );
  }
  const account = aboutAccount(text, say);
  return account === "" ? aboutArn(text, say) : lines(account, cite(elementSource));
}

function namesOf(deployments: readonly Deployment[]): string {
  return formatList(deployments.map((deployment) => deploymentNames[deployment]));
}

function aboutAccount(text: string, say: Say): string {
  const bare = /^\d{12}$/.test(text);
  const root = /^arn:[\w-]+:iam::(?<account>\d{12}):root$/.exec(text);
  if (!bare && root === null) return "";
  const account = root?.groups?.["account"] ?? text;
  return say(
    message(
      "The whole account {account}, not just its root user. The IAM policies of that account determine which principals have access.",
      { account },
    ),
  );
}

function aboutArn(text: string, say: Say): string | undefined {
  if (text === "*") {
    return say(
      message(
        "Every resource. In a key policy, this means the key itself. A bucket policy must specify its bucket.",
      ),
    );
  }
  const arn = readArn(text);
  if (arn === undefined) return undefined;
  const [, partition = "", service = "", region = "", account = ""] = text.split(":");
  const resource = text.split(":").slice(5).join(":");
  const none = say(message("none"));
  return lines(
    say(meaningOf(service, resource)),
    facts(
      [
        [message("Partition"), code(partition)],
        [message("Service"), code(service)],
        [message("Region"), region === "" ? none : code(region)],
        [message("Account"), account === "" ? none : code(account)],
        [message("Resource"), code(resource)],
      ],
      say,
    ),
  );
}

function meaningOf(service: string, resource: string): Message {
  if (service.toLowerCase() !== "s3") {
    return message("ARN of a resource in {service}.", {
      service: serviceNames(service)?.name ?? service,
    });
  }
  return resource.includes("/")
    ? message("ARN of objects in a bucket, for actions such as `s3:GetObject` and `s3:PutObject`.")
    : message("ARN of a bucket, for actions such as `s3:ListBucket` and `s3:GetBucketLocation`.");
}

function aboutOperator(key: StringValue, say: Say): string | undefined {
  const { name, text, qualifier, ifExists } = readOperator(key);
  const known = conditionOperator(name);
  if (known === undefined) return undefined;
  return lines(
    heading(text),
    known.summary,
    ...operatorNotes(qualifier, ifExists).map(say),
    cite(sources["iam-condition-operators"]),
  );
}

function aboutConditionKey(name: string, now: number, say: Say): string | undefined {
  if (name === orgIdKey) {
    return lines(
      heading(orgIdKey),
      say(
        message(
          "The W&B organization that W&B acts for. On Multi-tenant Cloud, use the organization ID that is shown when you create a team. On Dedicated Cloud and Self-Managed, use the Customer Namespace in the System Console. Without this condition, any W&B organization can access the bucket.",
        ),
      ),
      cite(sources["wandb-byob"]),
    );
  }
  const detail = conditionKeyDetail(name);
  const type = detail?.type ?? keyType(name)?.type;
  if (type === undefined) return undefined;
  const description = detail?.description ?? "";
  return lines(
    heading(detail?.key ?? name),
    description.replace(/(?<=[^.])$/, "."),
    facts([[message("Type"), type]], say),
    dataOf(now),
  );
}

/** What the condition requires that has this key or this value, in sentences. */
function conditionSentence({ statements }: Policy, { span }: Value, say: Say): string {
  const condition = statements
    .flatMap(({ conditions }) => conditions)
    .find(({ keyMember }) => contains(keyMember.span, span));
  if (condition === undefined) return "";
  return explainCondition(condition).map(say).join(" ");
}

function facts(rows: readonly (readonly [Message, string])[], say: Say): string {
  return rows
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `- ${say(name)}: ${value}`)
    .join("\n");
}

function heading(text: string): string {
  return `**${text}**`;
}

function dataOf(now: number): string {
  return `${describeServiceReference(now)}.`;
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
