import { deploymentNames } from "../../catalog/wandb/principals.js";
import { nameOf } from "../../model/access/access.js";
import {
  principalTexts,
  readRequester,
  type NamedPrincipal,
} from "../../model/access/principal.js";
import { type Policy, type Statement, type Strings } from "../../model/policy/policy.js";
import { wandbAccess } from "../../model/wandb/access.js";
import { splitBucket } from "../../model/policy/resource.js";
import { identifyPrincipal } from "../../model/wandb/principal.js";
import { formatList } from "../../text/list.js";
import {
  formatMessage,
  message,
  type Message,
  type Say,
  type Translate,
  untranslated,
} from "../../text/message.js";
import { type Located } from "../../text/span.js";
import { explainCondition } from "./condition.js";
import { code } from "../markdown.js";

/** What a statement says when its brace, its Sid or its Effect is pointed at. */
export function statementHover(
  policy: Policy,
  offset: number,
  translate: Translate = untranslated,
): Located<string> | undefined {
  for (const statement of policy.statements) {
    const { node, head, sid, effect } = statement;
    if (offset < node.span.start || node.span.end < offset) continue;
    const place = [head, sid?.keySpan, effect?.keySpan].find(
      (span) => span !== undefined && span.start <= offset && offset <= span.end,
    );
    if (place === undefined) return undefined;
    return { span: place, value: describeStatement(policy, statement, translate) };
  }
  return undefined;
}

/** A statement in words: who may or may not do what, on what, under which conditions. */
export function describeStatement(
  policy: Policy,
  statement: Statement,
  translate: Translate = untranslated,
): string {
  const say: Say = (text) => formatMessage(text, translate);
  const name = nameOf(statement);
  const conditions = statement.conditions.flatMap((condition) => {
    const sentences = explainCondition(condition);
    return sentences.length === 0 ? [] : [`- ${sentences.map(say).join(" ")}`];
  });
  const share = shareOf(policy, statement);
  return [
    say(
      statement.allows === false
        ? message("**Statement {name}** (Deny)", { name })
        : message("**Statement {name}** (Allow)", { name }),
    ),
    [principalsOf(policy, statement, say), actionsOf(statement, say), resourcesOf(statement, say)]
      .map((line) => `- ${say(line)}`)
      .join("\n"),
    ...(conditions.length > 0 ? [say(message("Conditions:")), conditions.join("\n")] : []),
    ...(share === undefined ? [] : [say(share)]),
  ].join("\n\n");
}

function principalsOf(policy: Policy, statement: Statement, say: Say): Message {
  const { principal, notPrincipal } = statement;
  const isEveryone = principal?.everyone === true;
  const named = isEveryone
    ? [message("anyone")]
    : principalTexts(principal ?? notPrincipal).map(principalOf);
  if (named.length === 0) {
    return policy.type === "identity"
      ? message("Principals: those that the policy is attached to")
      : message("Principals: not specified");
  }
  const list = formatList(named.map(say), "and", most);
  return notPrincipal === undefined
    ? message("Principals: {list}", { list })
    : message("Principals: all except {list}", { list });
}

function principalOf({ text }: NamedPrincipal): Message {
  const { value } = text;
  if (value === undefined) return message("a value that is not known yet");
  const identity = identifyPrincipal(text);
  if (identity.kind === "everyone") return message("anyone");
  if (identity.kind === "wandb") {
    const deployments = identity.principal.deployments.map((each) => deploymentNames[each]);
    return message("W&B ({deployments})", { deployments: formatList(deployments) });
  }
  const { kind, account } = readRequester(value);
  return kind === "account" && account !== undefined
    ? message("principals that account {account} authorizes", { account })
    : message("{value}", { value: code(value) });
}

function actionsOf({ action, notAction }: Statement, say: Say): Message {
  const strings = action ?? notAction;
  if (strings === undefined) return message("Actions: none");
  const all = strings.items.some(({ value }) => value === "*");
  if (all && action !== undefined) return message("Actions: all");
  const list = listed(strings, say);
  return action === undefined
    ? message("Actions: all except {list}", { list })
    : message("Actions: {list}", { list });
}

function resourcesOf({ resource, notResource }: Statement, say: Say): Message {
  const strings = resource ?? notResource;
  if (strings === undefined) return message("Resources: what the policy is attached to");
  const whole = strings.items.length === 1 && strings.items[0]?.value === "*";
  if (whole && resource !== undefined) return message("Resources: all");
  const bucket = oneBucket(strings);
  if (bucket !== undefined) {
    const data = { bucket: code(bucket) };
    return resource === undefined
      ? message("Resources: all except {bucket} and its objects", data)
      : message("Resources: {bucket} and its objects", data);
  }
  const list = listed(strings, say);
  return resource === undefined
    ? message("Resources: all except {list}", { list })
    : message("Resources: {list}", { list });
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
    value === undefined ? say(message("a value that is not known yet")) : code(value),
  );
  return formatList(texts, "and", most);
}

/** What part of W&B's needs a statement is for. */
function shareOf(policy: Policy, statement: Statement): Message | undefined {
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
  return statement.allows === false
    ? message("It denies W&B {count} of the {total} permissions that W&B needs.", data)
    : message("It grants W&B {count} of the {total} permissions that W&B needs.", data);
}
