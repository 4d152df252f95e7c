import { plainValue } from "../../model/plain-value.js";
import { type Policy } from "../../model/policy/policy.js";
import { itemsOf } from "../../syntax/value.js";
import { isRecord, printStatement } from "./statement.js";

const current = "2012-10-17";

/**
 * A policy as a data source of Terraform; nothing where it holds what that cannot express or what is
 * filled in later.
 */
export function terraformPolicyDocument(policy: Policy, name: string): string | undefined {
  const { root, statement } = policy;
  if (root === undefined || statement?.value === undefined) return undefined;
  if (policy.type === "coreweave-organization") return undefined;
  const isKnown = root.members.every(({ key }) => elements.has(key.value));
  const keys = new Set(root.members.map(({ key }) => key.value));
  if (!isKnown || keys.size !== root.members.length) return undefined;
  const statements = itemsOf(statement.value).map((item) => {
    const plain = plainValue(item);
    return plain !== undefined && isRecord(plain) ? printStatement(plain, "  ") : undefined;
  });
  if (statements.length === 0 || statements.includes(undefined)) return undefined;
  // Terraform takes the current version where none is named, AWS the old one.
  const version = policy.version === undefined ? "2008-10-17" : plainValue(policy.version.value);
  const id = policy.id === undefined ? "" : plainValue(policy.id.value);
  if (typeof version !== "string" || typeof id !== "string") return undefined;
  const head = [
    ...(version === current ? [] : [`  version = ${JSON.stringify(version)}`]),
    ...(id === "" ? [] : [`  policy_id = ${JSON.stringify(id)}`]),
  ];
  const body = [head.join("\n"), ...statements.map((text) => `  ${text ?? ""}`)].filter(Boolean);
  return `data "aws_iam_policy_document" "${labelOf(name)}" {\n${body.join("\n\n")}\n}\n`;
}

const elements: ReadonlySet<string> = new Set(["Version", "Id", "Statement"]);

/** A file's name as a name in Terraform. */
function labelOf(name: string): string {
  const label = name
    .replace(/\.\w+$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z\d_]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  return /^[a-z]/.test(label) ? label : "policy";
}
