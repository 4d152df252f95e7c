import {
  anonymousPrincipal,
  runSimulation,
  type Simulation,
  type SimulationResourceResult,
} from "@cloud-copilot/iam-simulate";
import { describe, expect, test } from "vitest";
import {
  answerOf,
  explainAccess,
  type AccessRequest,
} from "../../server/src/model/access/access.js";
import { type Policy, type PolicyType, readPolicy } from "../../server/src/model/policy/policy.js";
import { readJson } from "../../server/src/syntax/json.js";
import { plainText } from "../../server/src/text/source-text.js";

// More than two thousand requests and policies are drawn at random and answered by an evaluator that
// others wrote. Both must agree, but for the differences that are explained below.

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A small generator with a seed, so that a failure can be seen again (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function createPick(random: () => number): {
  readonly one: <T>(from: readonly T[]) => T;
  readonly some: <T>(from: readonly T[], most: number) => readonly T[];
  readonly chance: (share: number) => boolean;
} {
  const one = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  return {
    one,
    some: (from, most) => {
      const count = 1 + Math.floor(random() * most);
      return Array.from({ length: count }, () => one(from));
    },
    chance: (share) => random() < share,
  };
}

const account = "111122223333";
const stranger = "725579432336";
const key = `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const otherKey = `arn:aws:kms:us-east-1:${account}:key/99999999-12ab-34cd-56ef-1234567890ab`;

const requesters = [
  `arn:aws:iam::${stranger}:role/WandbIntegration`,
  `arn:aws:sts::${stranger}:assumed-role/WandbIntegration/app`,
  `arn:aws:iam::${stranger}:user/ann`,
  `arn:aws:iam::${account}:role/team/app`,
  `arn:aws:sts::${account}:assumed-role/app/session`,
  `arn:aws:iam::${account}:user/bob`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:iam::${stranger}:root`,
  "*",
];
const principals: readonly Json[] = [
  "*",
  { AWS: "*" },
  { AWS: stranger },
  { AWS: account },
  ...requesters.slice(0, -1).map((arn) => ({ AWS: arn })),
  { AWS: [`arn:aws:iam::${stranger}:role/WandbIntegration`, account] },
  { AWS: [`arn:aws:iam::${stranger}:user/ann`, `arn:aws:iam::${account}:user/bob`] },
  { Service: "cloudtrail.amazonaws.com" },
];

interface World {
  readonly type: PolicyType;
  readonly requests: readonly { readonly action: string; readonly resource: string }[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}
const bucketWorld: World = {
  type: "bucket",
  requests: [
    { action: "s3:GetObject", resource: "arn:aws:s3:::b/team/x.txt" },
    { action: "s3:GetObject", resource: "arn:aws:s3:::b/bob/x" },
    { action: "s3:PutObject", resource: "arn:aws:s3:::b/x" },
    { action: "s3:DeleteObject", resource: "arn:aws:s3:::b/team/xay" },
    { action: "s3:ListBucket", resource: "arn:aws:s3:::b" },
    { action: "s3:GetBucketCORS", resource: "arn:aws:s3:::b" },
    { action: "s3:ListBucket", resource: "arn:aws:s3:::bc" },
  ],
  actions: [
    "s3:GetObject",
    "s3:getobject*",
    "s3:Get*",
    "S3:*",
    "*",
    "s3:PutObject",
    "s3:List*",
    "s3:???Object",
    "s3:DeleteObject",
    "s3:ListBucket",
    "s3:GetBucketCORS",
  ],
  resources: [
    "arn:aws:s3:::b",
    "arn:aws:s3:::b/*",
    "arn:aws:s3:::b*",
    "arn:aws:s3:::b/team/*",
    "arn:aws:s3:::b/?",
    "*",
    "arn:aws:s3:::b/${aws:username}/*",
    "arn:aws:s3:::b/${aws:PrincipalTag/team, 'x'}*",
    "arn:aws:s3:::b/team/x${*}y",
    "arn:aws:s3:::*/x*",
  ],
};
const keyWorld: World = {
  type: "key",
  requests: [
    { action: "kms:Decrypt", resource: key },
    { action: "kms:GenerateDataKey", resource: key },
    { action: "kms:PutKeyPolicy", resource: key },
    { action: "kms:DescribeKey", resource: key },
  ],
  actions: [
    "kms:*",
    "kms:Decrypt",
    "kms:Describe*",
    "kms:GenerateDataKey*",
    "kms:Put*",
    "*",
    "KMS:decrypt",
    "kms:?ecrypt",
  ],
  resources: [
    "*",
    key,
    otherKey,
    `arn:aws:kms:*:${account}:key/*`,
    `arn:aws:kms:us-east-1:${account}:alias/x`,
  ],
};

/** Keys that every action takes, with values of requests and of policies. */
const contextValues: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  "aws:SecureTransport": ["true", "false"],
  "aws:SourceIp": ["10.1.2.3", "203.0.113.7", "2001:db8::1"],
  "aws:PrincipalOrgID": ["o-abc1234567", "o-other12345"],
  "aws:PrincipalTag/team": ["team", "Team", "x*y"],
  "aws:SourceVpce": ["vpce-1a2b3c4d"],
  "aws:CurrentTime": ["2026-06-01T12:00:00Z", "2027-01-01T00:00:00Z"],
  "aws:MultiFactorAuthAge": ["10", "3600"],
  "aws:CalledVia": [["athena.amazonaws.com"], ["athena.amazonaws.com", "glue.amazonaws.com"], []],
  "aws:SourceArn": ["arn:aws:s3:::source", "arn:aws:lambda:us-east-1:111122223333:function:f"],
  "aws:UserAgent": ["agent", "Agent*"],
};
const wanted: Readonly<Record<string, readonly Json[]>> = {
  String: [
    "true",
    "o-abc1234567",
    "o-*",
    "team",
    "TEAM",
    "*",
    "vpce-1a2b3c4d",
    "x${*}y",
    "x*y",
    "${aws:PrincipalTag/team}",
    "athena.amazonaws.com",
    "glue*",
    "agent",
    "Agent?",
    "",
  ],
  Numeric: ["10", "3600", 60, "abc"],
  Date: ["2026-06-01T12:00:00Z", "2026-07-01T00:00:00Z", "2026-06-01", "1780315200"],
  Bool: ["true", "false", true, "True"],
  Ip: ["10.0.0.0/8", "203.0.113.7", "203.0.113.0/24", "2001:db8::/32", "0.0.0.0/0"],
  Arn: [
    "arn:aws:s3:::source",
    "arn:aws:s3:::s*",
    "arn:aws:*:*:*:*",
    "arn:aws:lambda:us-east-1:*:function:?",
    "arn:aws:s3:::other",
  ],
  Null: ["true", "false", true],
};
const operators: readonly (readonly [name: string, values: string, keys: readonly string[]])[] = [
  ...[
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
  ].map(
    (name) =>
      [
        name,
        "String",
        [
          "aws:PrincipalOrgID",
          "aws:PrincipalTag/team",
          "aws:SourceVpce",
          "aws:CalledVia",
          "aws:UserAgent",
          "aws:SecureTransport",
        ],
      ] as const,
  ),
  ...[
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
  ].map((name) => [name, "Numeric", ["aws:MultiFactorAuthAge"]] as const),
  ...[
    "DateEquals",
    "DateNotEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
  ].map((name) => [name, "Date", ["aws:CurrentTime"]] as const),
  ["Bool", "Bool", ["aws:SecureTransport"]],
  ["IpAddress", "Ip", ["aws:SourceIp"]],
  ["NotIpAddress", "Ip", ["aws:SourceIp"]],
  ...["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"].map(
    (name) => [name, "Arn", ["aws:SourceArn"]] as const,
  ),
  ["Null", "Null", Object.keys(contextValues)],
];

interface Case {
  readonly resourcePolicy: Json | undefined;
  readonly identityPolicy: Json | undefined;
  readonly request: AccessRequest & {
    readonly context: Readonly<Record<string, string | readonly string[]>>;
  };
}

function drawCase(seed: number, world: World, withIdentity: boolean): Case {
  const { one, some, chance } = createPick(createRandom(seed));
  const condition = (): Json => {
    const blocks: Record<string, Record<string, Json>> = {};
    for (const [name, kind, keys] of some(operators, 2)) {
      const key = one(keys);
      const isMany = key === "aws:CalledVia";
      const qualifier =
        name !== "Null" && (isMany || chance(0.1)) ? one(["ForAnyValue:", "ForAllValues:"]) : "";
      const suffix = name !== "Null" && chance(0.2) ? "IfExists" : "";
      const values = some(wanted[kind] ?? [], name === "Null" ? 1 : 3);
      blocks[`${qualifier}${name}${suffix}`] = {
        [key]: values.length === 1 && chance(0.5) ? one(values) : values,
      };
    }
    return blocks;
  };
  const statement = (named: boolean): Json => {
    const effect = chance(0.7) ? "Allow" : "Deny";
    const who: Record<string, Json> = !named
      ? {}
      : chance(0.9)
        ? { Principal: one(principals) }
        : { NotPrincipal: one(principals.slice(2)) };
    return {
      Effect: effect,
      ...who,
      ...(chance(0.9)
        ? { Action: some(world.actions, 3) }
        : { NotAction: some(world.actions.slice(4), 2) }),
      ...(chance(0.9)
        ? { Resource: some(world.resources, 3) }
        : { NotResource: some(world.resources, 2) }),
      ...(chance(0.55) ? { Condition: condition() } : {}),
    };
  };
  const policy = (named: boolean): Json => ({
    Version: chance(0.9) ? "2012-10-17" : "2008-10-17",
    Statement: Array.from({ length: 1 + Math.floor(3 * one([0, 0.4, 0.9])) }, () =>
      statement(named),
    ),
  });
  // An account's root has no policies of its own, so only the resource's policy tells of it.
  const principal = one(
    withIdentity ? requesters.filter((arn) => !arn.endsWith(":root")) : requesters,
  );
  const { action, resource } = one(world.requests);
  const context: Record<string, string | readonly string[]> = {};
  for (const [name, values] of Object.entries(contextValues)) {
    if (chance(0.6)) context[name] = one(values);
  }
  if (principal !== "*") {
    const own = principal.split(":");
    context["aws:PrincipalAccount"] = own[4] ?? "";
    context["aws:PrincipalArn"] = principal.replace(
      /sts::(\d+):assumed-role\/app\/.*/,
      "iam::$1:role/team/app",
    );
    if (principal.includes(":user/"))
      context["aws:username"] = principal.slice(principal.lastIndexOf("/") + 1);
  }
  return {
    resourcePolicy: policy(true),
    identityPolicy: withIdentity && principal !== "*" ? policy(false) : undefined,
    request: {
      principal,
      action,
      resource,
      context,
      contextIsComplete: true,
      resourceAccount: account,
    },
  };
}

function read(json: Json, type: PolicyType): Policy {
  const tree = readJson(plainText(JSON.stringify(json)));
  return readPolicy(tree, tree.root, type);
}

function simulationOf({ resourcePolicy, identityPolicy, request }: Case): Simulation {
  return {
    request: {
      principal: request.principal === "*" ? anonymousPrincipal : request.principal,
      action: request.action,
      resource: { resource: request.resource, accountId: account },
      contextVariables: Object.fromEntries(
        Object.entries(request.context).map(([name, value]) => [
          name,
          typeof value === "string" ? value : [...value],
        ]),
      ),
    },
    identityPolicies:
      identityPolicy === undefined ? [] : [{ name: "identity", policy: identityPolicy }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
  };
}

/** Why the two may differ, each with how to tell. All else is a fault. */
const explained: Readonly<Record<string, (drawn: Case, theirs: string, mine: string) => boolean>> =
  {
    "to us, nobody but sessions uses a role, and only some of them may be the listed one": (
      { request, resourcePolicy },
      _,
      mine,
    ) =>
      mine === "Unknown" &&
      request.principal.includes(":role/") &&
      text(resourcePolicy).includes(":assumed-role/"),
    "AWS documents that a denial exempts whom NotPrincipal lists only together with the account": (
      { resourcePolicy },
      _,
      mine,
    ) => mine !== "Allowed" && text(resourcePolicy).includes('"Deny","NotPrincipal"'),
    "they give up on a list of IPv4 and IPv6 ranges": ({
      request,
      resourcePolicy,
      identityPolicy,
    }) => {
      const policies = text(resourcePolicy) + text(identityPolicy);
      return (
        "aws:SourceIp" in request.context &&
        policies.includes("2001:db8") &&
        policies.includes("aws:SourceIp")
      );
    },
    "they let ForAnyValue fail where a key is missing, even with IfExists": ({
      resourcePolicy,
      identityPolicy,
    }) => /ForAnyValue:\w*Not\w*IfExists/.test(text(resourcePolicy) + text(identityPolicy)),
    "they let other accounts do with a key what KMS takes from its own account only": (
      { request: { action, principal, resource } },
      theirs,
      mine,
    ) =>
      theirs === "allowed" &&
      mine === "denied" &&
      action === "kms:PutKeyPolicy" &&
      /\d{12}/.exec(principal)?.[0] !== /\d{12}/.exec(resource)?.[0],
    "they take seconds since 1970 for milliseconds": ({ resourcePolicy, identityPolicy }) =>
      (text(resourcePolicy) + text(identityPolicy)).includes('"1780315200"'),
  };

function text(json: Json | undefined): string {
  return JSON.stringify(json ?? "");
}

const worlds = [
  { name: "bucket policies", world: bucketWorld, seed: 1, count: 700 },
  { name: "key policies", world: keyWorld, seed: 100_001, count: 500 },
];
const together = [
  { name: "bucket policies", world: bucketWorld, seed: 200_001, count: 500 },
  { name: "key policies", world: keyWorld, seed: 300_001, count: 400 },
];

describe("an independent evaluator agrees", { timeout: 180_000 }, () => {
  test.each(worlds)("on $name by themselves", async ({ world, seed, count }) => {
    const found = await compare(world, seed, count, (drawn, { analysis }) => {
      const result = analysis.resourceAnalysis?.result ?? "";
      // Whom the account's root is, is a matter of words; so is for whom a denial is.
      const theirs =
        result === "DeniedForAccount"
          ? "ExplicitlyDenied"
          : result === "AllowedForAccount" && drawn.request.principal.endsWith(":root")
            ? "Allowed"
            : result;
      return { theirs, mine: answerAlone(drawn, world.type) };
    });
    expect(found.differences).toEqual([]);
    expect(found.exceptions).toBeLessThan(count / 25);
    expect(Object.values(found.counts).every((share) => share > count / 50)).toBe(true);
  });

  test.each(together)(
    "on $name together with identity policies",
    async ({ world, seed, count }) => {
      const found = await compare(
        world,
        seed,
        count,
        (drawn, { analysis }) => ({
          theirs: analysis.result === "Allowed" ? "allowed" : "denied",
          mine: answerTogether(drawn, world.type),
        }),
        true,
      );
      expect(found.differences).toEqual([]);
      expect(found.exceptions).toBeLessThan(count / 25);
      expect(Object.values(found.counts).every((share) => share > count / 50)).toBe(true);
    },
  );
});

/** Our answer for the resource's policy alone, in the other evaluator's words. */
function answerAlone({ resourcePolicy, request }: Case, type: PolicyType): string {
  const { denial, grant, grantIsSure } = answerOf(read(resourcePolicy ?? {}, type), request);
  if (denial === "sure") return "ExplicitlyDenied";
  if (denial === "perhaps" || !grantIsSure) return "Unknown";
  if (grant === "none") return "ImplicitlyDenied";
  return grant === "named" ? "Allowed" : "AllowedForAccount";
}

function answerTogether(
  { resourcePolicy, identityPolicy, request }: Case,
  type: PolicyType,
): string {
  const policies = [read(resourcePolicy ?? {}, type), read(identityPolicy ?? {}, "identity")];
  const { verdict } = explainAccess(policies, request);
  return verdict === "unknown" ? "Unknown" : verdict;
}

interface Comparison {
  readonly differences: readonly string[];
  /** How often each answer was given, so that none is left out. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many differences are explained. */
  readonly exceptions: number;
}

async function compare(
  world: World,
  seed: number,
  count: number,
  answers: (
    drawn: Case,
    theirs: SimulationResourceResult,
  ) => { readonly theirs: string; readonly mine: string },
  withIdentity = false,
): Promise<Comparison> {
  const differences: string[] = [];
  const counts: Record<string, number> = {};
  let exceptions = 0;
  for (let index = 0; index < count; index++) {
    const drawn = drawCase(seed + index, world, withIdentity);
    const result = await runSimulation(simulationOf(drawn), {});
    if (result.resultType !== "single") throw new Error(JSON.stringify(result));
    const { theirs, mine } = answers(drawn, result.result);
    counts[theirs] = (counts[theirs] ?? 0) + 1;
    if (theirs === mine) continue;
    if (Object.values(explained).some((explains) => explains(drawn, theirs, mine))) {
      exceptions++;
      continue;
    }
    differences.push(
      `${String(seed + index)}: they say ${theirs}, we ${mine} of ${JSON.stringify(drawn)}`,
    );
  }
  return { differences, counts, exceptions };
}
