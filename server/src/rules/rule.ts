import { holdsSymbol } from "../text/symbol.js";
import { type CorsDialect } from "../catalog/cors/dialects.js";
import { type Certainty } from "../catalog/source.js";
import { type SourceKey } from "../catalog/sources.js";
import { type AddressKind, type HostFormat } from "../model/address/address.js";
import { type BucketParts } from "../model/bucket/bucket.js";
import { type Profile } from "../model/profile.js";
import { type Models } from "../model/models.js";
import { allPolicyTypes, type PolicyType } from "../model/policy/policy.js";
import { type Severity } from "../schema/severity.js";
import { type Message, type Placeholders } from "../text/message.js";
import { joinEdits } from "../text/source-text.js";
import { type Edit, type Span } from "../text/span.js";

type NonEmpty<Item> = readonly [Item, ...Item[]];

/**
 * The types of policies that the rules of a group judge. A rule for one service's policies stands in
 * its group; one for several stands in `policy`.
 */
export const policyTypesByGroup = {
  policy: allPolicyTypes,
  "bucket-policy": ["bucket", "minio"],
  "coreweave-policy": ["coreweave-bucket", "coreweave-organization"],
  "key-policy": ["key"],
  "identity-policy": ["identity"],
  "trust-policy": ["trust"],
} as const satisfies Readonly<Record<string, NonEmpty<PolicyType>>>;

/** The groups of rules on policies; all of them read the same model. */
export type PolicyGroup = keyof typeof policyTypesByGroup;

/** The first word of a rule's id: what it judges. */
export type Group =
  | "address"
  | "installation"
  | "cors"
  | PolicyGroup
  | "lifecycle"
  | "google-iam"
  | "azure-identity"
  | "bucket"; // the parts of a document that speak of one bucket

/** What the rules of a group read. */
interface GroupModels {
  readonly address: Models["address"];
  readonly installation: Models["environment"];
  readonly cors: Models["cors"];
  readonly policy: Models["policy" | "key-policy"];
  readonly "bucket-policy": Models["policy"];
  readonly "coreweave-policy": Models["policy"];
  readonly "key-policy": Models["key-policy"];
  readonly "identity-policy": Models["policy"];
  readonly "trust-policy": Models["policy"];
  readonly lifecycle: Models["lifecycle"];
  readonly "google-iam": Models["google-iam"];
  readonly "azure-identity": Models["azure-identity"];
  readonly bucket: BucketParts;
}
export type ModelOf<G extends Group> = GroupModels[G];

export type RuleId<G extends Group = Group> = `${G}/${string}`;

/** Something a rule has to say about one place in a document. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  /** The same check in other tools, such as `access-analyzer:INVALID_ACTION`. */
  readonly equivalents: readonly string[];
  readonly related: readonly Related[];
  readonly unnecessary: boolean;
}

/** Another place that explains a finding. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** A way to resolve a finding. A safe fix grants no new access, so it may be applied unread. */
export interface Fix {
  readonly title: Message;
  readonly safety: "safe" | "review";
  readonly edits: readonly Edit[];
}

/** What a rule is asked about. Where it states nothing, that is all that its group reads. */
export interface Scope {
  /** The types of policies. */
  readonly policyTypes?: NonEmpty<PolicyType>;
  /** The dialects of CORS configurations. */
  readonly dialects?: NonEmpty<CorsDialect>;
  /** The kinds of addresses. */
  readonly kinds?: NonEmpty<AddressKind>;
  /** What an address may stand in. */
  readonly hosts?: NonEmpty<HostFormat>;
}

/** What a rule must not leave unsaid: the types of policies, where its group has several. */
type Stated<G extends Group> = G extends "policy" | "bucket-policy" | "coreweave-policy"
  ? Required<Pick<Scope, "policyTypes">>
  : unknown;

/** What is known of a rule without running it: enough to document, configure and list it. */
export interface RuleMeta<
  G extends Group = Group,
  Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> extends Scope {
  readonly id: RuleId<G>;
  readonly severity: Severity;
  /** One sentence that states the requirement. */
  readonly summary: string;
  /** What fails, and where, when it is not met. */
  readonly rationale: string;
  readonly certainty: Certainty;
  readonly sources: NonEmpty<SourceKey>;
  /** The same check in other tools. */
  readonly equivalents?: readonly string[];
  /**
   * Set where an editor's own JSON support says the same: of any JSON text, or of one that a
   * contributed schema applies to. There the rule keeps silent, so that nothing is said twice.
   */
  readonly editorReports?: "json-syntax" | "json-shape";
  /**
   * Set where what a policy's statement is told depends on the other statements. A rule without it is
   * not asked about the statements that an edit left as they were and that nothing was said of.
   */
  readonly acrossStatements?: true;
  /** Set where it asks for what pages and templates rightly leave open. */
  readonly notInExamples?: true;
  /** One sentence each; `{name}` is data. */
  readonly messages: Messages;
}

/** What a report may add to its message and place. */
export interface ReportOptions {
  readonly fixes?: readonly Fix[];
  /** Where this finding is graver or milder than its rule. */
  readonly severity?: Severity;
  /** Where only this finding, not the whole rule, is another tool's check. */
  readonly equivalents?: readonly string[];
  readonly related?: readonly Related[];
  /** The text has no effect, so an editor may fade it. */
  readonly unnecessary?: boolean;
}

/** Makes a finding from one of the rule's messages, and takes exactly the data that it mentions. */
export type Report<Messages extends Readonly<Record<string, string>>> = <
  Key extends keyof Messages & string,
>(
  key: Key,
  span: Span,
  data: Readonly<Record<Placeholders<Messages[Key]>, string>>,
  options?: ReportOptions,
) => Finding;

export interface Rule<G extends Group = Group> extends RuleMeta<G> {
  readonly check: (model: ModelOf<G>, profile: Profile) => Iterable<Finding>;
}

/** A rule as it is written: its facts, and a generator that yields findings in document order. */
interface RuleDefinition<
  G extends Group,
  Messages extends Readonly<Record<string, string>>,
> extends RuleMeta<G, Messages> {
  check(model: ModelOf<G>, report: Report<Messages>, profile: Profile): Iterable<Finding>;
}

export function defineRule<
  G extends Group,
  const Messages extends Readonly<Record<string, string>>,
>(definition: RuleDefinition<G, Messages> & Stated<G>): Rule<G> {
  const report: Report<Messages> = (key, span, data, options = {}) => ({
    rule: definition.id,
    severity: options.severity ?? definition.severity,
    message: { template: definition.messages[key] ?? key, data: shownData(data) },
    span,
    fixes: (options.fixes ?? []).filter(isWritable),
    equivalents: options.equivalents ?? definition.equivalents ?? [],
    related: options.related ?? [],
    unnecessary: options.unnecessary ?? false,
  });
  return { ...definition, check: (model, profile) => definition.check(model, report, profile) };
}

/** A fix that may be applied unread. Edits that could not be made leave no fix. */
export function safeFix(title: Message, ...edits: readonly (Edit | undefined)[]): readonly Fix[] {
  return fix("safe", title, edits);
}

/** A fix that widens access or picks a value for the user. */
export function reviewFix(title: Message, ...edits: readonly (Edit | undefined)[]): readonly Fix[] {
  return fix("review", title, edits);
}

function fix(
  safety: Fix["safety"],
  title: Message,
  edits: readonly (Edit | undefined)[],
): readonly Fix[] {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length && made.length > 0
    ? [{ title, safety, edits: joinEdits(made) }]
    : [];
}

/** Whether a fix can be written down: a symbol has no characters. */
function isWritable({ edits }: Fix): boolean {
  return !edits.some(({ newText }) => holdsSymbol(newText));
}

/** A value that runs over several lines, as one does whose closing quote is missing, is shown up to its first. */
function shownData(data: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (!Object.values(data).some((text) => severalLines.test(text))) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, text]) => [name, text.replace(severalLines, "$1…")]),
  );
}

const severalLines = /^([^\r\n]+)[\r\n][^]+$/;
