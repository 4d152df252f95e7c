import { message, type Message } from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { type Policy, type Strings } from "../policy/policy.js";
import { wandbAccess } from "./access.js";
import { grantPermissions, listActions, missingOf } from "./edits.js";
import { type Change } from "../policy/edits.js";

/** What a policy does not allow a principal of W&B, though W&B's page asks for it. */
export interface Shortfall {
  /**
   * `reading`: reading only is allowed; `guessed`: the principal only looks like W&B's; `partly`:
   * what W&B cannot do without is allowed.
   */
  readonly kind: "reading" | "guessed" | "missing" | "partly";
  /** The element that lists the actions which W&B is allowed. */
  readonly place: Span;
  /** The actions, as a message lists them. */
  readonly actions: string;
  /** What a fix is called that allows them, and what it changes. */
  readonly title: Message;
  readonly change: Change;
}

/** What each principal of W&B still has to be allowed. */
export function shortfallsOf(policy: Policy): readonly Shortfall[] {
  return wandbAccess(policy).flatMap((access): readonly Shortfall[] => {
    const { subject, readOnly, permissions } = access;
    const place = subject.statements.find(({ action }) => action !== undefined)?.action?.keySpan;
    if (place === undefined) return [];
    const missing = missingOf(access, "action");
    const partly = permissions.filter(({ state }) => state === "partly");
    const wanted = [...missing, ...partly.map(({ permission }) => permission)];
    if (wanted.length === 0 && !readOnly) return [];
    const actions = listActions(wanted);
    const title =
      wanted.length === 1
        ? message("Allow {actions}", { actions })
        : message("Allow the {count} missing actions", { count: String(wanted.length) });
    const kind = readOnly
      ? "reading"
      : subject.certainty === "guess"
        ? "guessed"
        : missing.length > 0
          ? "missing"
          : "partly";
    return [{ kind, place, actions, title, change: grantPermissions(access, wanted) }];
  });
}

/** A bucket, or its objects, that no statement for a principal of W&B reaches. */
export interface Unreached {
  readonly on: "bucket" | "objects";
  readonly arn: string;
  /** The resources among which it is missing. */
  readonly resources: Strings;
  /** Whether the principal only looks like W&B's. */
  readonly guessed: boolean;
  /** Whether the principal may only read what it reaches. */
  readonly readOnly: boolean;
}

export function unreachedBy(policy: Policy): readonly Unreached[] {
  return wandbAccess(policy).flatMap((access): readonly Unreached[] => {
    const { subject, readOnly } = access;
    const lacking = missingOf(access, "resource").map(({ on }) => on);
    const resources = subject.statements.find(({ resource }) => resource !== undefined)?.resource;
    if (resources === undefined) return [];
    const guessed = subject.certainty === "guess";
    return (["bucket", "object"] as const)
      .filter((on) => lacking.includes(on))
      .map((on) => ({
        on: on === "bucket" ? on : "objects",
        arn: access.resources[on],
        resources,
        guessed,
        readOnly,
      }));
  });
}
