import { type WandbPermission } from "../../catalog/wandb/permissions.js";
import { type AccessExplanation, nameOf, type Verdict } from "../../model/access/access.js";
import { type Policy } from "../../model/policy/policy.js";
import { type Profile } from "../../model/profile.js";
import {
  permissionsFor,
  wandbAccess,
  type PermissionAccess,
  type WandbAccess,
} from "../../model/wandb/access.js";
import { formatList } from "../../text/list.js";
import {
  formatMessage,
  message,
  type Message,
  type Say,
  type Translate,
  untranslated,
} from "../../text/message.js";
import { type Span } from "../../text/span.js";
import { code } from "../markdown.js";

/** What W&B may do by one policy, in a few words, and where an editor shows them. */
export interface AccessLens {
  readonly span: Span;
  readonly title: Message;
}

/** "W&B access 11/11" above a bucket's policy, "W&B access KMS 5/5" above a key's. */
export function accessLens(policy: Policy, profile: Profile): AccessLens | undefined {
  const title = accessTitle([policy], profile);
  return title === undefined
    ? undefined
    : { span: policy.statement?.keySpan ?? policy.head, title };
}

/** "W&B access 11/11 · KMS 5/5" of the policies that belong together; nothing where none is W&B's. */
export function accessTitle(policies: readonly Policy[], profile: Profile): Message | undefined {
  const bucket = countOf(
    policies.filter(({ type }) => type !== "key"),
    profile,
  );
  const key = countOf(
    policies.filter(({ type }) => type === "key"),
    profile,
  );
  if (bucket !== undefined && key !== undefined) {
    return message("W&B access {bucket} · KMS {key}", { bucket, key });
  }
  if (bucket !== undefined) return message("W&B access {bucket}", { bucket });
  return key === undefined ? undefined : message("W&B access KMS {key}", { key });
}

/** A Markdown table of what W&B needs, whether it may, by which statement, and what fails without. */
export function accessTable(
  policies: readonly Policy[],
  profile: Profile,
  translate: Translate = untranslated,
): string | undefined {
  const say: Say = (text) => formatMessage(text, translate);
  const sections = policies.flatMap((policy) => {
    const access = chosenAccess(policy, profile);
    return access === undefined ? [] : [section(access, say)];
  });
  return sections.length === 0 ? undefined : sections.join("\n\n");
}

/** An explanation as plain text: the verdict, and a line for each reason. */
export function explanationText(
  { verdict, reasons }: AccessExplanation,
  translate: Translate = untranslated,
): string {
  const say: Say = (text) => formatMessage(text, translate);
  return [say(verdicts[verdict]), ...reasons.map((reason) => `  ${say(reason)}`)].join("\n");
}

const verdicts: Readonly<Record<Verdict, Message>> = {
  allowed: message("allowed"),
  denied: message("denied"),
  unknown: message("unknown"),
};

const states: Readonly<Record<PermissionAccess["state"], Message>> = {
  allowed: message("allowed"),
  partly: message("partly allowed"),
  missing: message("missing"),
  denied: message("denied"),
  unknown: message("unknown"),
};

const resourceNames: Readonly<Record<WandbPermission["on"], Message>> = {
  bucket: message("bucket"),
  object: message("objects"),
  key: message("key"),
};

/** The principal that the deployment has, or else the one that is allowed most. */
export function chosenAccess(policy: Policy, { deployment }: Profile): WandbAccess | undefined {
  const all = wandbAccess(policy).filter(({ subject }) => subject.certainty === "named");
  const own = all.find(
    ({ subject: { identity } }) =>
      identity.kind === "wandb" &&
      deployment !== undefined &&
      identity.principal.deployments.includes(deployment),
  );
  return own ?? all.toSorted((a, b) => allowedIn(b) - allowedIn(a))[0];
}

/** How much W&B is allowed: nothing where a slip of the pen names somebody else. */
function allowedIn({ permissions, subject }: WandbAccess): number {
  if (subject.identity.kind === "slip") return 0;
  return permissions.filter(({ state }) => state === "allowed").length;
}

function countOf(policies: readonly Policy[], profile: Profile): string | undefined {
  for (const policy of policies) {
    const access = chosenAccess(policy, profile);
    if (access !== undefined) {
      return `${String(allowedIn(access))}/${String(permissionsFor(policy).length)}`;
    }
  }
  return undefined;
}

function section(access: WandbAccess, say: Say): string {
  const { subject, permissions } = access;
  const heads = [
    message("Action"),
    message("Resource"),
    message("Result"),
    message("Statement"),
    message("If missing"),
  ];
  return [
    say(titleOf(subject)),
    "",
    row(heads.map(say)),
    row(heads.map(() => "---")),
    ...permissions.map((permission) => row(cells(permission, say))),
  ].join("\n");
}

function titleOf({ identity, place }: WandbAccess["subject"]): Message {
  if (place.text.value === undefined) return message("Permissions of the W&B principal:");
  const principal = code(place.text.value);
  return identity.kind === "slip"
    ? message("Permissions of {principal}, which is not a W&B principal:", { principal })
    : message("Permissions of {principal}:", { principal });
}

function cells({ permission, state, statements }: PermissionAccess, say: Say): readonly string[] {
  const shown = state === "missing" ? [] : statements;
  const names = [...new Set(shown.map(({ statement }) => nameOf(statement)))];
  return [
    code(permission.action),
    say(resourceNames[permission.on]),
    say(states[state]),
    formatList(names),
    permission.without === undefined
      ? ""
      : `${say({ template: permission.without, data: {} })} ([${permission.source.title}](${permission.source.url}))`,
  ];
}

function row(columns: readonly string[]): string {
  return `| ${columns.map((column) => column.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
