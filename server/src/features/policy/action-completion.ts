import {
  actionDetail,
  serviceDetail,
  serviceNames,
  servicePrefixes,
} from "../../catalog/service-reference.js";
import {
  bucketPermissions,
  keyPermissions,
  type WandbPermission,
} from "../../catalog/wandb/permissions.js";
import { type Policy, type PolicyType } from "../../model/policy/policy.js";
import { formatMessage, message } from "../../text/message.js";

/** Something that can be written as an action. */
export interface ActionOption {
  readonly text: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** A verb that fewer actions begin with is no shorter way to write them. */
const fewestOfVerb = 3;

/**
 * What W&B needs first, then every action that such a policy may name, and wildcards. `typed` names a
 * further service where a role's policy is about one.
 */
export function actionOptions(policy: Policy, typed: string): readonly ActionOption[] {
  const needed = policy.type === "key" ? keyPermissions : bucketPermissions;
  const first = policy.type === "trust" ? [] : needed.map(neededOption);
  const services = servicesOf(policy.type);
  const named = typed.slice(0, Math.max(typed.indexOf(":"), 0)).toLowerCase();
  const isOther = policy.type === "identity" && named !== "" && !services.includes(named);
  const all = (isOther ? [named] : services).flatMap((service) => [
    ...actionsOf(service),
    ...wildcardsOf(service),
  ]);
  const others = policy.type === "identity" && named === "" ? prefixOptions(services) : [];
  const known = new Set(first.map(({ text }) => text));
  return [...first, ...all.filter(({ text }) => !known.has(text)), ...others];
}

function servicesOf(type: PolicyType): readonly string[] {
  if (type === "identity") return ["s3", "kms", "sts", "iam"];
  if (type === "key") return ["kms"];
  return type === "trust" ? ["sts"] : ["s3"];
}

function neededOption({ action, essential, without }: WandbPermission): ActionOption {
  const [service = "", name = ""] = (essential[0] ?? action).split(":", 2);
  const detail = actionDetail(service, name);
  const purpose =
    detail === undefined
      ? message("needed by W&B")
      : message("{level}, needed by W&B", { level: detail.accessLevel });
  const documentation = [
    detail === undefined ? "" : `${detail.description}.`,
    without === undefined
      ? ""
      : formatMessage(message("If missing: {effect}", { effect: without })),
  ].filter((part) => part !== "");
  return {
    text: action,
    detail: formatMessage(purpose),
    documentation: documentation.join("\n\n"),
  };
}

function actionsOf(service: string): readonly ActionOption[] {
  const detail = serviceDetail(service);
  if (detail === undefined) {
    const names = serviceNames(service);
    return (names?.actions ?? []).map((name) => ({
      text: `${service}:${name}`,
      detail: names?.name ?? "",
    }));
  }
  return [...detail.actions.values()].map(({ name, accessLevel, description }) => ({
    text: `${service}:${name}`,
    detail: accessLevel,
    documentation: `${description}.`,
  }));
}

/** `s3:Get*` and the like, with how many actions they stand for, and the whole service. */
function wildcardsOf(service: string): readonly ActionOption[] {
  const actions = serviceNames(service)?.actions ?? [];
  const counts = new Map<string, number>();
  for (const action of actions) {
    const verb = /^[A-Z][a-z]+(?=[A-Z])/.exec(action)?.[0];
    if (verb !== undefined) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  }
  const verbs = [...counts].flatMap(([verb, count]) => {
    // A longer word may begin alike, and the wildcard stands for its actions too.
    const all = actions.filter((action) => action.startsWith(verb)).length;
    return count < fewestOfVerb
      ? []
      : [
          {
            text: `${service}:${verb}*`,
            detail: formatMessage(message("{count} actions", { count: String(all) })),
          },
        ];
  });
  if (actions.length === 0) return [];
  const whole = message("all {count} actions", { count: String(actions.length) });
  return [...verbs, { text: `${service}:*`, detail: formatMessage(whole) }];
}

/** The other services, whose actions are offered once their name is written. */
function prefixOptions(listed: readonly string[]): readonly ActionOption[] {
  return servicePrefixes()
    .filter((prefix) => !listed.includes(prefix))
    .map((prefix) => ({ text: `${prefix}:`, detail: serviceNames(prefix)?.name ?? "" }));
}
