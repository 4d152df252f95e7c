import { type ActionDetail, serviceDetail, serviceNames } from "../catalog/service-reference.js";
import { covers, isPattern, matches } from "./pattern.js";
import { type Strings, type Text } from "./policy.js";

/** An action as a policy writes it: `s3:Get*`, or `*` for all. */
export interface ActionName {
  readonly text: Text;
  readonly value: string;
  /** In lower case; `*` for the lone wildcard; absent where there is no colon. */
  readonly service: string | undefined;
  readonly name: string;
  /** Where the name begins in the value. */
  readonly nameAt: number;
  /** Whether it stands for several actions. */
  readonly pattern: boolean;
}

const namesByElement = new WeakMap<Strings, readonly ActionName[]>();

/** The actions of an element that are known in full, taken apart once. */
export function actionNames(element: Strings | undefined): readonly ActionName[] {
  if (element === undefined) return [];
  const known = namesByElement.get(element);
  if (known !== undefined) return known;
  const names: ActionName[] = [];
  for (const text of element.items) {
    if (text.value === undefined || text.partial) continue;
    names.push(readAction(text, text.value));
  }
  namesByElement.set(element, names);
  return names;
}

function readAction(text: Text, value: string): ActionName {
  const colon = value.indexOf(":");
  const lone = value === "*";
  return {
    text,
    value,
    service: lone ? "*" : colon < 0 ? undefined : value.slice(0, colon).toLowerCase(),
    name: value.slice(colon + 1),
    nameAt: colon + 1,
    pattern: isPattern(value),
  };
}

/** The known actions that a name or pattern stands for; nothing for services not known in full. */
export function actionsMeant(action: ActionName): readonly ActionDetail[] {
  const known = meantByName.get(action);
  if (known !== undefined) return known;
  const meant = findActions(action);
  meantByName.set(action, meant);
  return meant;
}

const meantByName = new WeakMap<ActionName, readonly ActionDetail[]>();

function findActions({ service, name, pattern }: ActionName): readonly ActionDetail[] {
  const actions = serviceDetail(service ?? "")?.actions;
  if (actions === undefined) return [];
  const lower = name.toLowerCase();
  if (!pattern) {
    const action = actions.get(lower);
    return action === undefined ? [] : [action];
  }
  const meant: ActionDetail[] = [];
  for (const [key, action] of actions) if (matches(lower, key)) meant.push(action);
  return meant;
}

/** Whether a name or pattern stands for an action that AWS knows, of whatever service. */
export function meansAnyAction({ service, name, pattern }: ActionName): boolean {
  const known = serviceNames(service ?? "");
  if (known === undefined) return false;
  const lower = name.toLowerCase();
  if (!pattern) return known.actionByName.has(lower);
  if (lower === "*") return true;
  for (const key of known.actionByName.keys()) if (matches(lower, key)) return true;
  return false;
}

/** Whether an action of a policy stands for the given one, such as `iam:PassRole`. */
export function includesAction({ value }: ActionName, action: string): boolean {
  return value === "*" || covers(value, action, { ignoreCase: true });
}
