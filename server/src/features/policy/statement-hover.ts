import { deploymentNames } from "../../catalog/wandb/principals.js";
import { nameOf } from "../../model/access/access.js";
import { principalTexts, readRequester } from "../../model/access/principal.js";
import {
  type Condition,
  type Policy,
  type Statement,
  type Strings,
} from "../../model/policy/policy.js";
import { wandbAccess } from "../../model/wandb/access.js";
import { splitBucket } from "../../model/policy/resource.js";
import { identifyPrincipal } from "../../model/wandb/principal.js";
import { formatMessage, message, type Message } from "../../text/message.js";
import { type Located } from "../../text/span.js";

type Translate = (template: string) => string;
type Say = (text: Message) => string;

const same: Translate = (template) => template;

/** What a statement says, in sentences, when its brace, its Sid or its Effect is pointed at. */
export function statementHover(
  policy: Policy,
  offset: number,
  translate: Translate = same,
): Located<string> | undefined {
  for (const statement of policy.statements) {
    const { node, head, sid, effect } = statement;
    if (offset < node.span.start || node.span.end < offset) continue;
    const place = [head, sid?.keySpan, effect?.keySpan].find(
      (span) => span !== undefined && span.start <= offset && offset <= span.end,
    );
    if (place === undefined) return undefined;
    return { span: place, value: statementSentence(policy, statement, translate) };
  }
  return undefined;
}

/** A statement in words: who may or may not do what, on what, under which conditions. */
export function statementSentence(
  policy: Policy,
  statement: Statement,
  translate: Translate = same,
): string {
  const say: Say = (text) => formatMessage(text, translate);
  const data = {
    statement: nameOf(statement),
    who: whoOf(policy, statement, say),
    what: whatOf(statement, say),
    where: whereOf(statement, say),
  };
  const sentence =
    statement.allows === false
      ? message("{statement} denies {who} {what} on {where}.", data)
      : message("{statement} allows {who} {what} on {where}.", data);
  const conditions = statement.conditions.map((condition) => `- ${conditionText(condition)}`);
  const share = shareOf(policy, statement, say);
  return [
    say(sentence),
    ...(conditions.length > 0 ? [[say(message("Only if:")), ...conditions].join("\n")] : []),
    ...(share === undefined ? [] : [share]),
  ].join("\n\n");
}

function whoOf(policy: Policy, { principal, notPrincipal }: Statement, say: Say): string {
  if (principal?.everyone === true) return say(message("everybody"));
  const named = principalTexts(principal ?? notPrincipal).map(({ text }) => {
    const { value } = text;
    if (value === undefined) return say(message("a principal that is not known yet"));
    const identity = identifyPrincipal(text);
    if (identity.kind === "everyone") return say(message("everybody"));
    if (identity.kind === "wandb") {
      const deployments = identity.principal.deployments.map((each) => deploymentNames[each]);
      return say(message("W&B ({deployments})", { deployments: deployments.join(", ") }));
    }
    const { kind, account } = readRequester(value);
    if (kind === "account" && account !== undefined) {
      return say(message("principals that account {account} allows", { account }));
    }
    return code(value);
  });
  if (named.length === 0) {
    return say(
      policy.type === "identity"
        ? message("the bucket owner")
        : message("an unspecified principal"),
    );
  }
  const list = named.join(", ");
  return notPrincipal === undefined ? list : say(message("everyone except {list}", { list }));
}

function whatOf({ action, notAction }: Statement, say: Say): string {
  const strings = action ?? notAction;
  if (strings === undefined) return say(message("nothing"));
  const all = strings.items.some(({ value }) => value === "*");
  const list = all ? say(message("everything")) : listed(strings, say);
  return action === undefined ? say(message("everything except {list}", { list })) : list;
}

function whereOf({ resource, notResource }: Statement, say: Say): string {
  const strings = resource ?? notResource;
  if (strings === undefined) return say(message("the resource that it is attached to"));
  const whole = strings.items.length === 1 && strings.items[0]?.value === "*";
  if (whole && resource !== undefined) return say(message("everything"));
  const bucket = oneBucket(strings);
  const list =
    bucket === undefined
      ? listed(strings, say)
      : say(message("{bucket} and its objects", { bucket: code(bucket) }));
  return resource === undefined ? say(message("everything except {list}", { list })) : list;
}

/** The bucket, where a statement names it together with all that is in it. */
function oneBucket({ items }: Strings): string | undefined {
  const texts = items.map(({ value }) => value ?? "");
  const bucket = texts.find((text) => splitBucket(text)?.rest === "");
  const both = texts.length === 2 && bucket !== undefined && texts.includes(`${bucket}/*`);
  return both ? bucket : undefined;
}

/** More than this many are counted, not listed. */
const most = 3;

function listed({ items }: Strings, say: Say): string {
  const texts = items.map(({ value }) =>
    value === undefined ? say(message("a resource that is not known yet")) : code(value),
  );
  if (texts.length <= most) return texts.join(", ");
  const count = String(texts.length - most + 1);
  return say(
    message("{list} and {count} more", { list: texts.slice(0, most - 1).join(", "), count }),
  );
}

function conditionText({ operator, key, values }: Condition): string {
  const texts = values.map((value) =>
    value.kind === "string" || value.kind === "number" || value.kind === "boolean"
      ? code(String(value.value))
      : "…",
  );
  return `${code(key)} ${operator.text} ${texts.join(", ")}`;
}

/** What part of W&B's needs a statement is for. */
function shareOf(policy: Policy, statement: Statement, say: Say): string | undefined {
  const counts = wandbAccess(policy).map(
    ({ permissions }) =>
      permissions.filter(
        ({ state, statements }) =>
          state !== "missing" && statements.some((match) => match.statement === statement),
      ).length,
  );
  const [access] = wandbAccess(policy);
  const count = Math.max(0, ...counts);
  if (count === 0 || access === undefined) return undefined;
  const data = { count: String(count), total: String(access.permissions.length) };
  return say(
    statement.allows === false
      ? message("It denies W&B {count} of the {total} permissions that W&B needs.", data)
      : message("It grants W&B {count} of the {total} permissions that W&B needs.", data),
  );
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
