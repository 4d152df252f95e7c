import { type ActionText, readAction } from "./action.js";
import { covers } from "./pattern.js";
import { type Strings, type Text } from "./policy.js";

/** An action as a policy writes it: `s3:Get*`, or `*` for all. */
export interface ActionName {
  readonly text: Text;
  readonly action: ActionText;
}

/** The actions of an element that are known in full. */
export function actionNames(element: Strings | undefined): readonly ActionName[] {
  return element?.actions ?? [];
}

/** Whether an action of a policy stands for the given one, such as `iam:PassRole`. */
export function includesAction({ action }: ActionName, wanted: string): boolean {
  const { service = "" } = action;
  if (service === "*") return true;
  // Nearly all actions are of another service, which their first letters tell.
  if (!wanted.startsWith(service) || wanted[service.length] !== ":") return false;
  const { lower } = readAction(wanted);
  return action.pattern ? covers(action.lower, lower) : action.lower === lower;
}
