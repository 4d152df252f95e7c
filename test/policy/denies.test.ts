import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultProfile } from "../../server/src/model/profile.js";
import { check } from "../../server/src/rules/check.js";
import { read } from "../documents/parts.js";
import { wandbActions, wandbRole } from "../support/wandb.js";

type Statement = Readonly<Record<string, unknown>>;

/** A section of `docs/denies.md`. */
interface Row {
  readonly title: string;
  readonly verdict: string;
  readonly deny: Statement;
}

const bucket = ["arn:aws:s3:::acme-runs", "arn:aws:s3:::acme-runs/*"];
const put = { Action: "s3:PutObject", Resource: bucket[1] };

const rows = readRows();

/** Further denies, which no guide has. */
const others: readonly Row[] = [
  row("Stops W&B", "no condition", {}),
  row("Stops W&B", "an ACL that is absent", {
    ...put,
    Condition: { Null: { "s3:x-amz-acl": "true" } },
  }),
  row("Stops W&B", "users alone", {
    Condition: { StringNotEquals: { "aws:PrincipalType": "User" } },
  }),
  row("Stops W&B", "requests over TLS", {
    Condition: { Bool: { "aws:SecureTransport": "true" } },
  }),
  row("Stops W&B", "no service in between", {
    Condition: { Bool: { "aws:ViaAWSService": "false" } },
  }),
  row("Stops W&B", "other organizations by their paths", {
    Condition: { "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } },
  }),
  row("Stops W&B", "all but presigned URLs", {
    Condition: { StringNotEquals: { "s3:authType": "REST-QUERY-STRING" } },
  }),
  row("Stops W&B", "the current signature version", {
    Condition: { StringEquals: { "s3:signatureversion": "AWS4-HMAC-SHA256" } },
  }),
  row("Stops W&B", "uploads without a key of the customer's own", {
    ...put,
    Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "true" } },
  }),
  row("Stops W&B", "uploads that are no copies", {
    ...put,
    Condition: { StringNotLike: { "s3:x-amz-copy-source": "acme-runs/*" } },
  }),
  row("Stops W&B", "requests without a referrer", {
    Condition: { Null: { "aws:Referer": "true" } },
  }),
  row("Stops W&B", "all but a service", {
    Condition: { StringNotEquals: { "aws:PrincipalServiceName": "s3.amazonaws.com" } },
  }),
  row("Stops W&B", "all that comes not through Athena", {
    Condition: { "ForAllValues:StringNotEquals": { "aws:CalledVia": ["athena.amazonaws.com"] } },
  }),
  row("Harmless", "an older signature version", {
    Condition: { StringEquals: { "s3:signatureversion": "AWS" } },
  }),
  row("Harmless", "an ACL that is sent", {
    ...put,
    Condition: { Null: { "s3:x-amz-acl": "false" } },
  }),
  row("Harmless", "tags of another name", {
    ...put,
    Condition: { StringEquals: { "s3:RequestObjectTag/team": "web" } },
  }),
  row("Harmless", "the ID of a user", {
    Condition: { StringLike: { "aws:userid": "AIDAEXAMPLE11111111" } },
  }),
  row("Harmless", "anonymous requests", {
    Condition: { StringEquals: { "aws:PrincipalType": "Anonymous" } },
  }),
  row("May stop W&B", "a device that may be absent", {
    Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
  }),
];

describe("a Deny beside W&B's statement", () => {
  test("the page has the denies of the guides", () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(
      new Set(["Stops W&B", "May stop W&B", "Harmless"]),
    );
  });

  test.each([...rows, ...others])("$verdict: $title", ({ verdict, deny }) => {
    const found = severitiesOf(deny);
    if (verdict === "Stops W&B") expect(found).toContain("error");
    else if (verdict === "May stop W&B") expect(found).not.toContain("error");
    else expect(found.filter((severity) => /error|warning|info/.test(severity))).toEqual([]);
  });
});

function row(verdict: string, title: string, fields: Statement): Row {
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: bucket, ...fields };
  return { title, verdict, deny };
}

/** How severe the findings are of a policy with W&B's own statement and a Deny. */
function severitiesOf(deny: Statement): readonly string[] {
  const grant = {
    Effect: "Allow",
    Principal: { AWS: wandbRole },
    Action: wandbActions,
    Resource: bucket,
  };
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [grant, deny] }, undefined, 1);
  const found = check(read("bucket-policy.json", text), { profile: defaultProfile });
  return found.map(({ severity }) => severity);
}

function readRows(): readonly Row[] {
  const page = readFileSync(new URL("../../docs/denies.md", import.meta.url), "utf8");
  const sections = page.matchAll(
    /^## (?<title>.+)\n\n\*\*(?<verdict>[^.*]+)\.\*\* .+ \(\[source\]\(https:.+\)\)\n\n```json\n(?<json>[^`]+)```/gm,
  );
  return Array.from(sections, ({ groups }) => ({
    title: groups?.["title"] ?? "",
    verdict: groups?.["verdict"] ?? "",
    deny: JSON.parse(groups?.["json"] ?? "") as Statement,
  }));
}
