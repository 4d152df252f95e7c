import { orgIdKey } from "../../catalog/wandb/principals.js";
import { principalTexts } from "../access/principal.js";
import { type Condition, type Policy, type Statement } from "../policy/policy.js";
import { identifyPrincipal } from "./principal.js";

/** A statement that lets W&B into a CoreWeave bucket, and how it tells W&B organisations apart. */
export interface OrgCondition {
  readonly statement: Statement;
  readonly conditions: readonly Condition[];
  /** Whether a condition may be there that cannot be read. */
  readonly unknown: boolean;
}

/** Every statement that allows W&B's shared principal something. */
export function orgConditions(policy: Policy): readonly OrgCondition[] {
  return policy.statements.filter(letsWandbIn).map((statement) => {
    const value = statement.condition?.value;
    return {
      statement,
      conditions: statement.conditions.filter(
        ({ key }) => key.toLowerCase() === orgIdKey.toLowerCase(),
      ),
      unknown:
        statement.condition !== undefined &&
        (value?.kind !== "object" ||
          value.members.some((member) => member.value?.kind !== "object")),
    };
  });
}

function letsWandbIn({ allows, principal }: Statement): boolean {
  return (
    allows === true &&
    principalTexts(principal).some(({ text }) => {
      const { kind } = identifyPrincipal(text);
      return kind === "wandb" || kind === "slip" || kind === "wandb-placeholder";
    })
  );
}

/** Whether an operator holds only for requests that carry a listed value. */
export function demandsValue({ operator }: Condition): boolean {
  return (
    !operator.ifExists &&
    operator.qualifier !== "ForAllValues" &&
    !operator.name.includes("Not") &&
    operator.name !== "Null"
  );
}
