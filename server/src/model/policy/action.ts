import { type ActionDetail, serviceDetail, serviceNames } from "../../catalog/service-reference.js";
import { remember } from "../../text/memo.js";
import { isPattern, matches } from "./pattern.js";

/** What the text of an action says, taken apart. */
export interface ActionText {
  readonly value: string;
  /** All of it in lower case, as actions are compared. */
  readonly lower: string;
  /** In lower case; `*` for the lone wildcard; absent where there is no colon. */
  readonly service: string | undefined;
  readonly name: string;
  /** Where the name begins in the value. */
  readonly nameAt: number;
  /** Whether it stands for several actions. */
  readonly pattern: boolean;
  /** The actions that it stands for; empty for services that are not known in full. */
  readonly meant: readonly ActionDetail[];
  /** Whether it stands for an action that AWS knows, of whatever service. */
  readonly known: boolean;
}

/** As many as all of AWS's policies together hold. */
const mostActions = 20_000;

/** Takes the text of an action apart. */
export const readAction = remember((value): ActionText => {
  const colon = value.indexOf(":");
  const lone = value === "*";
  const service = lone ? "*" : colon < 0 ? undefined : value.slice(0, colon).toLowerCase();
  const name = value.slice(colon + 1);
  const pattern = isPattern(value);
  return {
    value,
    lower: value.toLowerCase(),
    service,
    name,
    nameAt: colon + 1,
    pattern,
    meant: detailsMeant(service ?? "", name.toLowerCase()),
    known: isKnown(service ?? "", name.toLowerCase()),
  };
}, mostActions);

function detailsMeant(service: string, name: string): readonly ActionDetail[] {
  const actions = serviceDetail(service)?.actions;
  if (actions === undefined) return [];
  if (!isPattern(name)) {
    const detail = actions.get(name);
    return detail === undefined ? [] : [detail];
  }
  return [...actions].flatMap(([key, detail]) => (matches(name, key) ? [detail] : []));
}

function isKnown(service: string, name: string): boolean {
  const known = serviceNames(service);
  if (known === undefined) return false;
  if (!isPattern(name)) return known.actionByName.has(name);
  if (name === "*") return true;
  for (const key of known.actionByName.keys()) if (matches(name, key)) return true;
  return false;
}
