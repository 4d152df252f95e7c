import { principalTexts } from "./principal.js";
import { covers } from "../policy/pattern.js";
import { type Policy, type Statement, type Strings } from "../policy/policy.js";

/** A statement that allows nothing, and the one that denies all of it. */
export interface DeadStatement {
  readonly statement: Statement;
  readonly deniedBy: Statement;
}

/** Allow statements whose every action on every resource another statement denies to everybody named. */
export function deadStatements({ statements }: Policy): readonly DeadStatement[] {
  const denials = statements.filter(
    ({ allows, condition, action, resource }) =>
      allows === false &&
      condition === undefined &&
      action?.unknown === false &&
      resource?.unknown === false,
  );
  if (denials.length === 0) return [];
  return statements.flatMap((statement) => {
    if (statement.allows !== true) return [];
    const deniedBy = denials.find((denial) => deniesAllOf(denial, statement));
    return deniedBy === undefined ? [] : [{ statement, deniedBy }];
  });
}

function deniesAllOf(denial: Statement, { principal, action, resource }: Statement): boolean {
  return (
    action !== undefined &&
    resource !== undefined &&
    principal !== undefined &&
    deniesAllPrincipals(denial, principal) &&
    deniesAllTexts(denial.action, action, true) &&
    deniesAllTexts(denial.resource, resource, false)
  );
}

function deniesAllPrincipals(
  { principal: denied }: Statement,
  principal: NonNullable<Statement["principal"]>,
): boolean {
  if (denied === undefined) return false;
  const texts = principalTexts(denied).map(({ text }) => text.value);
  if (denied.everyone || texts.includes("*")) return true;
  const named = principalTexts(principal);
  return (
    !principal.everyone &&
    named.length > 0 &&
    named.every(({ text }) => text.value !== undefined && texts.includes(text.value))
  );
}

function deniesAllTexts(
  denied: Strings | undefined,
  allowed: Strings,
  ignoreCase: boolean,
): boolean {
  return (
    allowed.items.length > 0 &&
    allowed.items.every(
      ({ value }) =>
        value !== undefined &&
        denied?.items.some(
          (item) => item.value !== undefined && covers(item.value, value, { ignoreCase }),
        ) === true,
    )
  );
}
