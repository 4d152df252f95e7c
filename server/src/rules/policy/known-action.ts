import { prefixesByServiceName } from "../../catalog/policy/service-names.js";
import { actionsByOperation, actionsOnBucketByOperation } from "../../catalog/policy/grammar.js";
import {
  isDetailed,
  isService,
  serviceNames,
  servicePrefixes,
} from "../../catalog/service-reference.js";
import { type ActionName, actionNames } from "../../model/policy/action-match.js";
import { removeText, replaceByTexts, replaceIn } from "../../model/policy/edits.js";
import { isBucketArn } from "../../model/policy/arn.js";
import { resourceNames } from "../../model/policy/resource.js";
import {
  awsPolicyTypes,
  rejectsUnknownNames,
  type Policy,
  type Strings,
} from "../../model/policy/policy.js";
import { isPattern } from "../../model/policy/pattern.js";
import { quotedList } from "../../text/list.js";
import { remember } from "../../text/memo.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, type Fix, reviewFix } from "../rule.js";

const invalidAction = ["access-analyzer:INVALID_ACTION", "parliament:UNKNOWN_ACTION"];
const invalidService = ["access-analyzer:INVALID_SERVICE_IN_ACTION", "parliament:UNKNOWN_PREFIX"];

export const knownAction = defineRule({
  id: "policy/known-action",
  policyTypes: [...awsPolicyTypes, "coreweave-bucket"],
  severity: "error",
  summary: "Every action must be a valid action of its service.",
  rationale:
    "S3 rejects a bucket policy with an unknown action. IAM accepts the policy, but the action allows or denies nothing.",
  certainty: "documented",
  sources: ["service-authorization", "s3-actions", "access-analyzer-checks"],
  messages: {
    misspelled:
      '"{action}" is not a valid {service} action, so it has no effect. Did you mean "{nearest}"?',
    unknown: '"{action}" is not a valid {service} action, so it has no effect.',
    operation:
      '"{action}" is an API operation, not an IAM action, so it has no effect. Use {actions} instead.',
    pattern: '"{action}" does not match any {service} action, so it has no effect.',
    service: '"{service}" is not an AWS service prefix, so "{action}" has no effect.',
    "misspelled-service":
      '"{service}" is not an AWS service prefix, so the action has no effect. Did you mean "{nearest}"?',
    misspelledRejected:
      '"{action}" is not a valid {service} action, so the policy is rejected. Did you mean "{nearest}"?',
    unknownRejected: '"{action}" is not a valid {service} action, so the policy is rejected.',
    operationRejected:
      '"{action}" is an API operation, not an IAM action, so the policy is rejected. Use {actions} instead.',
    patternRejected: '"{action}" does not match any {service} action, so the policy is rejected.',
    serviceRejected: '"{service}" is not an AWS service prefix, so the policy is rejected.',
    "misspelled-serviceRejected":
      '"{service}" is not an AWS service prefix, so the policy is rejected. Did you mean "{nearest}"?',
    prefix: '"{action}" has no service prefix, so the policy is rejected.',
    colons: '"{action}" has more than one colon, so the policy is rejected.',
  },
  *check(policy, report) {
    const key = <Name extends Effective>(name: Name): Name | `${Name}Rejected` =>
      rejectsUnknownNames(policy) ? `${name}Rejected` : name;
    for (const { action: named, notAction, resource } of policy.statements) {
      for (const element of [named, notAction]) {
        if (element === undefined) continue;
        for (const name of actionNames(element)) {
          const { text } = name;
          const { value: action, service, known, name: named, pattern } = name.action;
          if (known || service === "*" || action.includes("${")) continue;
          if (service === undefined) {
            const fixes = addPrefix(policy, name);
            yield report("prefix", text.span, { action }, { equivalents: invalidService, fixes });
          } else if (named.includes(":")) {
            yield report("colons", text.span, { action }, { equivalents: invalidAction });
          } else if (isPattern(service)) continue;
          else if (!isService(service)) {
            if (policy.type === "coreweave-bucket") continue;
            const meant = nearestService(service);
            const severity = rejectsUnknownNames(policy) ? "error" : "warning";
            const options = { severity, equivalents: invalidService } as const;
            yield meant === undefined
              ? report(key("service"), text.span, { service, action }, options)
              : report(
                  key("misspelled-service"),
                  text.span,
                  { service, nearest: meant },
                  {
                    ...options,
                    fixes: replaceService(name, meant),
                  },
                );
          } else {
            const { name: fullName = service } = serviceNames(service) ?? {};
            const severity =
              isDetailed(service) && policy.type !== "coreweave-bucket" ? "error" : "warning";
            const data = { action, service: fullName };
            if (pattern) {
              // IAM keeps a pattern that may come to match; S3 refuses one that matches nothing.
              const milder = policy.type === "bucket" ? severity : "warning";
              yield report(key("pattern"), text.span, data, { severity: milder, equivalents: [] });
              continue;
            }
            const options = { severity, equivalents: invalidAction } as const;
            const operation = action.toLowerCase();
            const meant =
              (resource !== undefined && isOnBuckets(resource)
                ? actionsOnBucketByOperation.get(operation)
                : undefined) ?? actionsByOperation.get(operation);
            if (meant !== undefined) {
              const fixes = replaceOperation(policy, element, name, meant);
              const quoted = quotedList(meant);
              yield report(
                key("operation"),
                text.span,
                { action, actions: quoted },
                { ...options, fixes },
              );
              continue;
            }
            const similar = nearestAction(`${service}:${named}`);
            yield similar === undefined
              ? report(key("unknown"), text.span, data, options)
              : report(
                  key("misspelled"),
                  text.span,
                  { ...data, nearest: `${service}:${similar}` },
                  {
                    ...options,
                    fixes: replaceName(name, `${service}:${similar}`),
                  },
                );
          }
        }
      }
    }
  },
});

/** What is said in two ways: IAM stores such a policy, S3 and KMS reject it. */
type Effective =
  "misspelled" | "unknown" | "operation" | "pattern" | "service" | "misspelled-service";

/** Whether all resources are buckets by name, with or without their objects. */
function isOnBuckets(resource: Strings): boolean {
  const names = resourceNames(resource);
  return (
    names.length > 0 && names.every(({ arn }) => isBucketArn(arn) && arn.resource.value !== "*")
  );
}

/** Sought through hundreds of names, and asked again with every keystroke. */
const nearestService = remember((service) => {
  const name = service.toLowerCase();
  const prefixes = prefixesByServiceName.value;
  return Object.hasOwn(prefixes, name) ? prefixes[name] : nearest(service, servicePrefixes());
});
const nearestAction = remember((action) => {
  const colon = action.indexOf(":");
  const name = action.slice(colon + 1);
  const actions = serviceNames(action.slice(0, colon))?.actions ?? [];
  // A word in another form, such as "Logs" for "Logging", means more than letters that resemble it.
  const [begun, ...others] = actions.filter((each) => each.startsWith(name.replace(/s$/, "")));
  return begun !== undefined && others.length === 0 ? begun : nearest(name, actions);
});

function replaceName({ text, action }: ActionName, name: string): readonly Fix[] {
  const { value } = action;
  const title = message('Replace "{value}" with "{name}"', { value, name });
  return reviewFix(title, replaceIn(text, 0, value.length, name));
}

function replaceService({ text, action }: ActionName, service: string): readonly Fix[] {
  const title = message('Replace the service prefix with "{service}"', { service });
  return reviewFix(title, replaceIn(text, 0, action.nameAt - 1, service));
}

/** The service that a policy of this type is about, where its action is known there. */
function addPrefix({ type }: Policy, name: ActionName): readonly Fix[] {
  const service = type === "key" ? "kms" : type === "trust" ? "sts" : "s3";
  const known = serviceNames(service)?.actionByName.get(name.action.value.toLowerCase());
  return known === undefined ? [] : replaceName(name, `${service}:${known}`);
}

/** Actions that stand in the list already are not repeated. */
function replaceOperation(
  policy: Policy,
  element: Strings,
  { text, action: { value } }: ActionName,
  meant: readonly string[],
): readonly Fix[] {
  const present = new Set(element.items.map((item) => item.value?.toLowerCase()));
  const [first, ...rest] = meant.filter((action) => !present.has(action.toLowerCase()));
  if (first === undefined) {
    const title = message('Remove "{value}", whose actions are already listed', { value });
    return reviewFix(title, removeText(policy, element, text));
  }
  const names = quotedList([first, ...rest]);
  const title = message('Replace "{value}" with {names}', { value, names });
  return reviewFix(title, ...replaceByTexts(policy, element, text, [first, ...rest]));
}
