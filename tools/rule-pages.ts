import { sourceOf } from "../server/src/catalog/sources.js";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  analyzerChecks,
  analyzerEquivalents,
} from "../server/src/catalog/policy/access-analyzer.js";
import { readDocument, type Readers } from "../server/src/documents/document.js";
import { check } from "../server/src/rules/check.js";
import { allRules } from "../server/src/rules/registry.js";
import { judges } from "../server/src/rules/scope.js";
import { type Finding, type RuleMeta } from "../server/src/rules/rule.js";
import { severityMeanings, type Severity } from "../server/src/schema/severity.js";
import { applyEdits, overlap, type Edit } from "../server/src/text/span.js";
import { annotate } from "../test/support/annotations.js";
import { readFixtures, type FixtureCase } from "../test/support/fixtures.js";
import { loadReaders } from "../test/support/readers.js";

const certainties = {
  verified: "read in the source that enforces it",
  documented: "documented by the provider",
  inferred: "inferred from several sources",
  uncertain: "uncertain, so never more than an information",
} as const;

/** The cases of the rules' fixtures with what each rule reports in its own. */
export type JudgedFixtures = ReadonlyMap<string, readonly JudgedCase[]>;

interface JudgedCase {
  readonly each: FixtureCase;
  readonly findings: readonly Finding[];
}

/** Asks each rule about its own fixtures. */
export async function judgeFixtures(folder: string): Promise<JudgedFixtures> {
  const readers = await loadReaders();
  return new Map(
    readFixtures(folder).map(({ rule, cases }) => [
      rule,
      cases.map((each) => ({ each, findings: findingsOf(rule, each, readers) })),
    ]),
  );
}

/** A page for each rule and the table of them all, by path. */
export function rulePages(fixtures: JudgedFixtures): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const rule of allRules) {
    pages.set(`docs/rules/${rule.id}.md`, page(rule, fixtures.get(rule.id) ?? []));
  }
  pages.set("docs/rules/README.md", table());
  return pages;
}

export const header = "<!-- Written by `npm run generate` from the rule and its fixtures. -->\n\n";

function page(rule: RuleMeta, cases: readonly JudgedCase[]): string {
  const equivalents = equivalentsOf(rule);
  const sections = [
    `# ${rule.id}\n\n${rule.summary}\n\nSeverity: ${rule.severity}. This is ${certainties[rule.certainty]}.\n\nJudges: ${judges(rule).join(", ")}.`,
    `## Why\n\n${rule.rationale}`,
    ...examples(cases),
    `## Messages\n\n${Object.values(rule.messages)
      .map((message) => `- ${message}`)
      .join("\n")}`,
    ...(equivalents.length === 0
      ? []
      : [
          `## The same check elsewhere\n\n${equivalents.map((id) => `- ${equivalent(id)}`).join("\n")}`,
        ]),
    `## Sources\n\n${rule.sources
      .map(sourceOf)
      .map(({ title, url, date }) => `- [${title}](${url}) (${date})`)
      .join("\n")}`,
    `## Setting\n\n\`\`\`json\n{ "byob.rules": { "${rule.id}": "off" } }\n\`\`\``,
  ];
  return `${header}${sections.join("\n\n")}\n`;
}

/** What the rule names itself, and the checks of Access Analyzer that it stands for in some finding. */
function equivalentsOf({ id, equivalents = [] }: RuleMeta): readonly string[] {
  const codes = analyzerChecks.filter(({ rules }) => rules.includes(id)).map(({ code }) => code);
  return [...new Set([...equivalents, ...analyzerEquivalents(...codes)])];
}

/** The checks of Access Analyzer have pages of their own. */
function equivalent(id: string): string {
  const [tool, code = ""] = id.split(":", 2);
  return tool === "access-analyzer" ? `[\`${id}\`](../../access-analyzer/${code}.md)` : `\`${id}\``;
}

function examples(judged: readonly JudgedCase[]): readonly string[] {
  const reported = judged.find(({ findings }) => findings.length > 0);
  const accepted = judged.find(({ findings }) => findings.length === 0);
  const sections: string[] = [];
  if (reported !== undefined) {
    sections.push(
      `## Reported\n\n${block(reported.each, annotate(reported.each.text, reported.findings))}`,
    );
    const edits = firstFixes(reported.findings);
    if (edits.length > 0) {
      sections.push(
        `## After the fix\n\n${block(reported.each, applyEdits(reported.each.text, edits))}`,
      );
    }
  }
  if (accepted !== undefined)
    sections.push(`## Accepted\n\n${block(accepted.each, accepted.each.text)}`);
  return sections;
}

function findingsOf(rule: string, each: FixtureCase, readers: Readers): readonly Finding[] {
  const source = TextDocument.create(`file:///${each.fileName}`, each.language, 1, each.text);
  const { profile } = each;
  const document = readDocument(source, { readers, addressKeys: profile.addressKeys });
  const severities = Object.fromEntries(
    allRules.filter(({ id }) => id !== rule).map(({ id }) => [id, "off"] as const),
  );
  return check(document, { profile, severities });
}

function firstFixes(findings: readonly Finding[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { fixes } of findings) {
    const fixable = fixes[0]?.edits ?? [];
    if (fixable.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    edits.push(...fixable);
  }
  return edits;
}

export function block({ language }: FixtureCase, text: string): string {
  const fence = text.includes("```") ? "````" : "```";
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

const badges: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "info",
  hint: "hint",
};

function severityTable(): string {
  const rows = Object.entries(severityMeanings).map(
    ([name, meaning]) => `| ${name} | ${meaning} |`,
  );
  return `| Severity | Meaning |\n| --- | --- |\n${rows.join("\n")}`;
}

function table(): string {
  const rows = allRules.map(
    ({ id, severity, summary }) =>
      `| [${id}](${id}.md) | ${badges[severity]} | ${summary.replaceAll("|", "\\|")} |`,
  );
  return `${header}# Rules\n\n${String(allRules.length)} rules, by what they judge. The id reads after "must".\n\n${severityTable()}\n\nA rule's severity is the one it has by default; some findings are milder, where their page says so. What a source does not settle is \`info\` at most.\n\n| Rule | Severity | Requirement |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
