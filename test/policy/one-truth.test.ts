import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../support/seed.js";
import { accessTitle } from "../../server/src/features/policy/access.js";
import { explainAccess } from "../../server/src/model/access/access.js";
import { readPolicy, type Policy } from "../../server/src/model/policy/policy.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { wandbAccess, type WandbAccess } from "../../server/src/model/wandb/access.js";
import { check } from "../../server/src/rules/check.js";
import { readJson } from "../../server/src/syntax/json.js";
import { formatMessage } from "../../server/src/text/message.js";
import { plainText } from "../../server/src/text/source-text.js";
import { read } from "../documents/parts.js";
import { wandbActions, wandbRole } from "../support/wandb.js";

const bucket = "arn:aws:s3:::acme-runs";
const dedicated = "arn:aws:iam::830241207209:root";
const misspelled = "arn:aws:iam::725579432363:role/WandbIntegration";
const own = "arn:aws:iam::111122223333:role/admin";

/** Conditions that W&B's requests meet, do not meet, or of which that cannot be known. */
const conditions: readonly (Readonly<Record<string, unknown>> | undefined)[] = [
  undefined,
  undefined,
  { Bool: { "aws:SecureTransport": "true" } },
  { Bool: { "aws:SecureTransport": "false" } },
  { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
  { StringNotEquals: { "aws:PrincipalAccount": "725579432336" } },
  { StringNotEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
  { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
  { StringNotEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } },
];

const statements = fc.record({
  effect: fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
  principal: fc.constantFrom(wandbRole, wandbRole, dedicated, misspelled, own, "*"),
  actions: fc.oneof(
    fc.constant(wandbActions),
    fc.subarray([...wandbActions], { minLength: 1 }),
    fc.constantFrom<readonly string[]>(["s3:*"], ["s3:Get*", "s3:List*"], ["s3:GetObject"]),
  ),
  resources: fc.constantFrom<readonly string[]>(
    [bucket, `${bucket}/*`],
    [bucket, `${bucket}/*`],
    [bucket],
    [`${bucket}/*`],
    [`${bucket}/team/*`],
  ),
  condition: fc.constantFrom(...conditions),
});

const policies = fc.array(statements, { minLength: 1, maxLength: 4 }).map((list) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: list.map(({ effect, principal, actions, resources, condition }) => ({
      Effect: effect,
      Principal: principal === "*" ? "*" : { AWS: principal },
      Action: actions,
      Resource: resources,
      ...(condition && { Condition: condition }),
    })),
  }),
);

const lacking = new Set([
  "policy/require-wandb-actions",
  "policy/require-bucket-and-objects",
  "policy/no-unmet-wandb-condition",
]);

describe("what is said of W&B's access to a bucket", () => {
  test("the lens counts what the evaluator allows, and the findings name the rest", () => {
    let judged = 0;
    fc.assert(
      fc.property(policies, (text) => {
        const policy = policyOf(text);
        const [access, more] = wandbAccess(policy);
        // Where several principals are W&B's, the lens speaks of one, and the findings of each.
        if (access === undefined || more !== undefined) return;
        if (access.subject.certainty !== "named") return;
        judged += 1;
        const allowed = countIn(policy);
        const found = rulesOf(text);
        if (access.subject.identity.kind === "slip") {
          expect(allowed).toBe(0);
          expect(found).toContain("policy/known-wandb-principal");
          return;
        }
        expect(allowed).toBe(agreed(policy, access));
        const states = access.permissions.map(({ state }) => state);
        if (states.includes("missing") && !access.readOnly) {
          expect(found.some((rule) => lacking.has(rule))).toBe(true);
        }
        if (states.includes("denied") && !access.readOnly) {
          expect(found).toContain("policy/no-wandb-deny");
        }
        if (states.every((state) => state === "allowed")) {
          expect(found.filter((rule) => lacking.has(rule))).toEqual([]);
          expect(found).not.toContain("policy/no-wandb-deny");
        }
      }),
      { numRuns: 400 },
    );
    expect(judged).toBeGreaterThan(100);
  });
});

/** The number of permissions that are allowed; the evaluator, which knows less of W&B, never says otherwise. */
function agreed(policy: Policy, { permissions, resources, subject }: WandbAccess): number {
  const principal = subject.place.text.value ?? "";
  for (const { permission, state } of permissions) {
    const verdicts = permission.essential.map((action) => {
      const resource = resources[permission.on].replace("*", "run/file");
      return explainAccess([policy], { principal, action, resource }).verdict;
    });
    if (state === "allowed") expect(verdicts).not.toContain("denied");
    if (state === "missing" || state === "denied") {
      expect(verdicts.every((verdict) => verdict === "allowed")).toBe(false);
    }
    if (verdicts.every((verdict) => verdict === "allowed")) {
      expect(["allowed", "partly"]).toContain(state);
    }
    if (verdicts.includes("denied")) expect(["missing", "denied"]).toContain(state);
  }
  return permissions.filter(({ state }) => state === "allowed").length;
}

/** How many permissions the lens counts as allowed. */
function countIn(policy: Policy): number {
  const title = accessTitle([policy], defaultProfile);
  const [, count] = /(\d+)\/11$/.exec(title === undefined ? "" : formatMessage(title)) ?? [];
  return Number(count);
}

function rulesOf(text: string): readonly string[] {
  return check(read("bucket-policy.json", text), { profile: defaultProfile }).map(
    ({ rule }) => rule,
  );
}

function policyOf(text: string): Policy {
  const tree = readJson(plainText(text));
  if (tree.root === undefined) throw new Error("The policy is empty.");
  return readPolicy(tree, tree.root, "bucket");
}
