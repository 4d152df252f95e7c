import { serviceDetail, type ResourceTypeDetail } from "../../catalog/service-reference.js";
import { matches } from "../../model/policy/pattern.js";
import { type Policy, type Statement } from "../../model/policy/policy.js";
import { formatMessage, message } from "../../text/message.js";

/** Something that can be written as a resource. */
export interface ResourceOption {
  readonly text: string;
  readonly detail: string;
}

/** More types than this are those of a wildcard, and help nobody. */
const mostTypes = 8;

/** ARNs of what the statement's actions act on, with the bucket that the policy names elsewhere. */
export function resourceOptions(
  policy: Policy,
  statement: Statement | undefined,
  offset: number,
): readonly ResourceOption[] {
  if (policy.type === "key") return [{ text: "*", detail: formatMessage(message("this key")) }];
  if (policy.type === "trust") return [];
  const types = typesOf(statement);
  const names = new Set(types.map(({ name }) => name));
  const isOpen = !names.has("bucket") && !names.has("object");
  const bucket = bucketElsewhere(policy, offset) ?? "<bucket_name>";
  const others = types.filter(({ name }) => name !== "bucket" && name !== "object");
  const isOther = policy.type === "identity" && others.length > 0;
  return [
    ...(names.has("bucket") || (isOpen && !isOther)
      ? [{ text: `arn:aws:s3:::${bucket}`, detail: formatMessage(message("the bucket")) }]
      : []),
    ...(names.has("object") || (isOpen && !isOther)
      ? [{ text: `arn:aws:s3:::${bucket}/*`, detail: formatMessage(message("its objects")) }]
      : []),
    ...(isOther && others.length <= mostTypes ? others.map(typeOption) : []),
  ];
}

/** The types of resources that the statement's actions act on. */
function typesOf(statement: Statement | undefined): readonly ResourceTypeDetail[] {
  const found = new Map<string, ResourceTypeDetail>();
  for (const { value } of (statement?.action ?? statement?.notAction)?.items ?? []) {
    const colon = value?.indexOf(":") ?? -1;
    if (value === undefined || colon < 0) continue;
    for (const action of serviceDetail(value.slice(0, colon))?.actions.values() ?? []) {
      if (!matches(value.slice(colon + 1), action.name, { ignoreCase: true })) continue;
      for (const type of action.resourceTypes) found.set(type.arn, type);
    }
  }
  return [...found.values()];
}

/** A type's ARN with places to fill in, as they are written elsewhere: `<account_id>`. */
function typeOption({ name, arn }: ResourceTypeDetail): ResourceOption {
  const text = arn
    .replaceAll("${Partition}", "aws")
    .replaceAll("${Account}", "<account_id>")
    .replaceAll(/\$\{(?<name>\w+)\}/g, (_, placeholder: string) => {
      const words = placeholder.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
      return `<${words}>`;
    });
  return { text, detail: name };
}

function bucketElsewhere({ statements }: Policy, offset: number): string | undefined {
  return statements
    .flatMap(({ resource }) => resource?.items ?? [])
    .filter(({ span }) => offset < span.start || span.end < offset)
    .map(({ value }) => /^arn:[\w-]+:s3:::(?<bucket>[^/*?]+)/.exec(value ?? "")?.groups?.["bucket"])
    .find((bucket) => bucket !== undefined);
}
