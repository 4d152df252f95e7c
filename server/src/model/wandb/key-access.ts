import { answerOf, hasHiddenStatements } from "../access/access.js";
import { principalTexts, readRequester, type NamedPrincipal } from "../access/principal.js";
import { matchAction, matchResource } from "../access/statement.js";
import { every } from "../access/truth.js";
import { type Policy, type Statement, type Text } from "../policy/policy.js";
import { identifyPrincipal } from "./principal.js";

/** Who can change a key's policy once it is stored. */
export interface KeyAdministration {
  /** Statements that let somebody other than W&B change the policy, surely or perhaps. */
  readonly statements: readonly Statement[];
  /** One of them names an account, so that its IAM policies can give administration back. */
  readonly byAccount: boolean;
  /** A statement denies it to everybody. */
  readonly deniedBy: Statement | undefined;
  /** Something that cannot be read may administer the key. */
  readonly unknown: boolean;
}

/** What changing a key's policy takes, as KMS's check against locking everybody out asks. */
export const administrationAction = "kms:PutKeyPolicy";

export function keyAdministration(policy: Policy): KeyAdministration {
  const resource = keyTextOf(policy);
  const statements: Statement[] = [];
  let byAccount = false;
  let deniedBy: Statement | undefined;
  for (const statement of policy.statements) {
    const reaches = every([
      matchAction(statement, administrationAction),
      matchResource(policy, statement, resource),
    ]);
    if (reaches === "no") continue;
    if (statement.allows === true) {
      const own = administrators(statement);
      if (own.length === 0 && statement.notPrincipal === undefined) continue;
      statements.push(statement);
      byAccount ||= own.some(isAccount);
    } else if (statement.allows === false && reaches === "yes" && deniesEverybody(statement)) {
      deniedBy ??= statement;
    }
  }
  return { statements, byAccount, deniedBy, unknown: hasHiddenStatements(policy) };
}

/** The principals of a statement who are not W&B; everybody, where all are meant. */
function administrators({ principal }: Statement): readonly (NamedPrincipal | "everyone")[] {
  if (principal === undefined) return [];
  if (principal.everyone) return ["everyone"];
  if (principal.entries.length === 0) return principal.unknown ? ["everyone"] : [];
  return principalTexts(principal).filter(({ entry, text }) => {
    if (entry.key !== "AWS") return false;
    const { kind } = identifyPrincipal(text);
    return kind !== "wandb" && kind !== "slip" && kind !== "wandb-placeholder";
  });
}

/** A placeholder may stand for an account, so it is taken for one. */
function isAccount(who: NamedPrincipal | "everyone"): boolean {
  if (who === "everyone") return true;
  const { value, partial } = who.text;
  if (value === undefined) return true;
  if (partial) return !/:(?:role|user|assumed-role)\//.test(value);
  return readRequester(value).kind === "account";
}

function deniesEverybody({ principal, notPrincipal, conditions, condition }: Statement): boolean {
  if (notPrincipal !== undefined || conditions.length > 0 || condition !== undefined) return false;
  if (principal?.everyone === true) return true;
  return principalTexts(principal).some(({ text }) => text.value === "*");
}

/** How the policy names its key: by an ARN where it has one, else by the wildcard for "this key". */
export function keyTextOf(policy: Policy): string {
  return keyArnsOf(policy)[0]?.value ?? "*";
}

/** Every resource that is not the wildcard. */
export function keyArnsOf(policy: Policy): readonly Text[] {
  return policy.statements.flatMap(({ resource }) =>
    (resource?.items ?? []).filter(({ value }) => value !== undefined && value !== "*"),
  );
}

/** The account that the key is in, as far as the policy tells: by its ARN or its administrator. */
export function keyAccountOf(policy: Policy): string | undefined {
  for (const { value = "" } of keyArnsOf(policy)) {
    const account = /^arn:[\w-]+:kms:[\w*-]*:(?<account>\d{12}):/.exec(value)?.groups?.["account"];
    if (account !== undefined) return account;
  }
  for (const statement of policy.statements) {
    for (const { entry, text } of principalTexts(statement.principal)) {
      if (entry.key !== "AWS" || text.value === undefined) continue;
      const { account } = readRequester(text.value);
      if (account !== undefined && identifyPrincipal(text).kind === "other") return account;
    }
  }
  return undefined;
}

/** Whether the account itself is allowed everything, so that its IAM policies count for the key. */
export function delegatesToAccount(policy: Policy, account: string): boolean {
  const found = answerOf(policy, {
    principal: account,
    action: administrationAction,
    resource: keyTextOf(policy),
  });
  return found.grant === "named" && found.denial !== "sure";
}
