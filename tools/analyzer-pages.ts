import { sourceOf, sources } from "../server/src/catalog/sources.js";
import {
  analyzerChecks,
  analyzerEquivalents,
  type AnalyzerBasis,
  type AnalyzerCheck,
  type AnalyzerFinding,
} from "../server/src/catalog/policy/access-analyzer.js";
import { allRules } from "../server/src/rules/registry.js";
import { type RuleMeta } from "../server/src/rules/rule.js";
import { annotate } from "../test/support/annotations.js";
import { block, header, type JudgedFixtures } from "./rule-pages.js";

const findingNames: Readonly<Record<AnalyzerFinding, string>> = {
  ERROR: "error",
  WARNING: "warning",
  SECURITY_WARNING: "security warning",
  SUGGESTION: "suggestion",
};

const bases: Readonly<Record<AnalyzerBasis, string>> = {
  document: "The check needs only the text of the policy.",
  reference: "The check uses the service reference that AWS publishes, which is included.",
  approximation: "The check is an approximation because AWS does not publish all of its criteria.",
};

const ruleById = new Map<string, RuleMeta>(allRules.map((rule) => [rule.id, rule]));

/** A page for each check of IAM Access Analyzer that says how ours differs, and the table of them all. */
export function analyzerPages(fixtures: JudgedFixtures): ReadonlyMap<string, string> {
  return new Map([
    ...analyzerChecks.map(
      (each) => [`docs/access-analyzer/${each.code}.md`, page(each, fixtures)] as const,
    ),
    ["docs/access-analyzer/README.md", table()] as const,
  ]);
}

function page(check: AnalyzerCheck, fixtures: JudgedFixtures): string {
  const { code, finding, basis, scopes, rules, difference } = check;
  const { url, date } = sourceOf(`access-analyzer:${code}`);
  const judged = !scopes.includes("organization");
  const sections = [
    `# ${code}\n\nA check of IAM Access Analyzer: ${findingNames[finding]}, for ${policiesOf(check)}. [AWS description](${url}) (${date}).`,
    judged
      ? `## Reported by\n\n${rules.map(ruleLine).join("\n")}`
      : `## Not reported\n\n${difference}`,
    ...(judged
      ? [
          `## Differences\n\n${difference === "" ? "No known differences." : difference} ${bases[basis]}`,
          ...example(check, fixtures),
        ]
      : []),
  ];
  return `${header}${sections.join("\n\n")}\n`;
}

function policiesOf({ scopes }: AnalyzerCheck): string {
  if (scopes.includes("organization")) return "AWS Organizations policies";
  const list = scopes.join(", ").replace(/, (\w+)$/, " and $1");
  return `${list} policies`;
}

function ruleLine(id: string): string {
  const rule = ruleById.get(id);
  if (rule === undefined) throw new Error(`There is no rule ${id}`);
  return `- [${id}](../rules/${id}.md) (${rule.severity}): ${rule.summary}`;
}

/** The first fixture that shows this very check. */
function example({ code, rules }: AnalyzerCheck, fixtures: JudgedFixtures): readonly string[] {
  const [wanted = ""] = analyzerEquivalents(code);
  for (const { each, findings } of rules.flatMap((id) => fixtures.get(id) ?? [])) {
    const shown = findings.filter(({ equivalents }) => equivalents.includes(wanted));
    if (shown.length > 0) return [`## Example\n\n${block(each, annotate(each.text, shown))}`];
  }
  throw new Error(`No fixture shows ${code}`);
}

function table(): string {
  const rows = analyzerChecks.map(({ code, finding, rules, difference }) => {
    const links = rules.map((id) => `[${id}](../rules/${id}.md)`).join(", ");
    const columns = [`[${code}](${code}.md)`, findingNames[finding], links, difference];
    return `| ${columns.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  const judged = analyzerChecks.filter(({ scopes }) => !scopes.includes("organization")).length;
  return `${header}# IAM Access Analyzer\n\nThe ${String(analyzerChecks.length)} checks of [IAM Access Analyzer's policy validation](${sources["access-analyzer-checks"].url}) and the rules that report them. ${String(judged)} checks are reported. The others are for AWS Organizations policies.\n\n| Check | Severity in Access Analyzer | Rules | Differences |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}
