import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serviceReferenceDate } from "../server/src/catalog/service-reference.js";
import { faultOf } from "../server/src/cli/walk.js";
import { runIn, type Ran } from "./support/command.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "byob-cli-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function run(
  parameters: readonly string[],
  input = "",
  now = Date.parse("2026-10-01"),
): Promise<Ran> {
  return await runIn({ workingDirectory: folder, input, now: () => now }, parameters);
}

const cors = (exposed: string): string =>
  `[{"AllowedHeaders":["*"],"AllowedMethods":["GET","HEAD","PUT"],"AllowedOrigins":["*"],"ExposeHeaders":["${exposed}"]}]\n`;

interface JsonReport {
  readonly schemaVersion: number;
  readonly files: readonly {
    readonly path: string;
    readonly parts: readonly { readonly kind: string; readonly dialect?: string }[];
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly pointer: string | null;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly fixes: readonly { readonly safety: string; readonly edits: readonly unknown[] }[];
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function report(...parameters: readonly string[]): Promise<JsonReport> {
  const { out } = await run(["check", "--format", "json", "--all", ...parameters]);
  return JSON.parse(out) as JsonReport;
}

describe("byob check", () => {
  test("a clean file exits 0, a faulty one 1", async () => {
    write("good.json", cors("ETag"));
    write("bad.json", cors("x-amz-id-2"));
    expect(await run(["check", "good.json"])).toMatchObject({ code: 0, error: "" });
    const bad = await run(["check", "bad.json"]);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/^bad\.json:1:\d+: error: .+ \[cors\/require-exposed-etag\]$/m);
    expect(bad.out).toMatch(/1 file checked: 1 error, 0 warnings, \d+ info/);
  });

  test("--fail-on says from which severity on it fails", async () => {
    write("bad.json", cors("x-amz-id-2"));
    expect((await run(["check", "--fail-on", "never", "bad.json"])).code).toBe(0);
    expect((await run(["check", "--fail-on", "info", "bad.json"])).code).toBe(1);
  });

  test("the JSON report has the promised shape", async () => {
    write("deep/bad.json", cors("x-amz-id-2"));
    const { schemaVersion, files, summary } = await report(".");
    expect(schemaVersion).toBe(1);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      path: "deep/bad.json",
      parts: [{ kind: "cors", dialect: "s3", range: { start: { line: 0, character: 0 } } }],
    });
    const finding = files[0]?.findings.find(({ rule }) => rule === "cors/require-exposed-etag");
    expect(finding).toMatchObject({
      severity: "error",
      pointer: "/0/ExposeHeaders",
      range: { start: { line: 0 } },
      fixes: [{ safety: "safe", edits: [{ newText: expect.stringContaining("ETag") as string }] }],
    });
    expect(summary).toMatchObject({ files: 1, errors: 1 });
  });

  test("a file that is not JSON has no pointers", async () => {
    write(".env", "BUCKET=gcs://bucket\n");
    const { files } = await report(".env");
    expect(files[0]?.findings.length).toBeGreaterThan(0);
    expect(files[0]?.findings.every(({ pointer }) => pointer === null)).toBe(true);
  });

  test("standard input is judged under the name it is given", async () => {
    const { code, out } = await run(
      ["check", "--format", "json", "--stdin", "--stdin-filename", "sub/cors.json"],
      cors("x-amz-id-2"),
    );
    expect(code).toBe(1);
    expect((JSON.parse(out) as JsonReport).files[0]?.path).toBe("sub/cors.json");
  });

  test("folders are walked: dotfiles too, but not what git ignores, and dotenv files always", async () => {
    mkdirSync(join(folder, ".git"));
    write(".gitignore", "ignored.json\nbuild/\n.env\n*.secret.json\n!kept.secret.json\n");
    for (const path of [
      "seen.json",
      "ignored.json",
      "build/cors.json",
      "node_modules/pkg/cors.json",
      ".hidden/cors.json",
      "sub/ignored.json",
      "a.secret.json",
      "kept.secret.json",
    ]) {
      write(path, cors("x"));
    }
    write(".env", "BUCKET=gcs://bucket\n");
    write("build/.env.local", "BUCKET=gcs://bucket\n");
    write("sub/.gitignore", "own.json\n");
    write("sub/own.json", cors("x"));
    write("sub/seen.json", cors("x"));
    const { files } = await report(".");
    expect(files.map(({ path }) => path)).toEqual([
      ".env",
      "kept.secret.json",
      "seen.json",
      ".hidden/cors.json",
      "build/.env.local",
      "sub/seen.json",
    ]);
  });

  test("a file named on the command line is read although git ignores it", async () => {
    mkdirSync(join(folder, ".git"));
    write(".gitignore", "cors.json\n");
    write("cors.json", cors("x"));
    expect((await run(["check", "cors.json"])).code).toBe(1);
  });

  test("each file is reported once, however often it is named", async () => {
    write("cors.json", cors("x"));
    expect((await report("cors.json", ".", "cors.json")).files).toHaveLength(1);
  });

  test("a path that cannot be read is said in one line, and the others are still judged", async () => {
    write("cors.json", cors("x"));
    const ran = await run(["check", "gone.json", "cors.json"]);
    expect(ran.code).toBe(2);
    expect(ran.error).toBe("byob: gone.json: no such file or folder\n");
    expect(ran.out).toContain("cors/require-exposed-etag");
  });

  test("why a path cannot be read is said in words", () => {
    const because = (code: string): string => faultOf(Object.assign(new Error(code), { code }));
    expect(because("EACCES")).toBe("permission denied");
    expect(because("ELOOP")).toBe("too many symbolic links");
    expect(because("EIO")).toBe("EIO");
  });

  test("binary and huge files are passed over, and that is said", async () => {
    write("binary.json", new Uint8Array([0x7b, 0, 1, 2, 3]));
    write("huge.json", `{"Statement":[${" ".repeat(20_000_000)}]}`);
    const ran = await run(["check", "."]);
    expect(ran.code).toBe(0);
    expect(ran.error).toContain("byob: binary.json: not checked: not a text file\n");
    expect(ran.error).toContain("byob: huge.json: not checked: larger than 5 MB\n");
  });

  test("text that is no UTF-8 is judged all the same", async () => {
    write("cors.json", Buffer.concat([Buffer.from(cors("x")), Buffer.from([0xff, 0xfe, 0xe9])]));
    expect((await run(["check", "cors.json"])).code).toBe(1);
  });
});

describe("--address-key", () => {
  test("names further settings that hold addresses, in any format", async () => {
    write(".env", "TEAM_STORE=gcs://acme\n");
    write("main.tf", 'locals { TEAM_STORE = "gcs://acme" }\n');
    expect(await run(["check", "."])).toMatchObject({ code: 0 });
    const keys = ["--address-key", "OTHER", "--address-key=TEAM_STORE"];
    const { files } = await report(...keys, ".");
    expect(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])).toEqual([
      [".env", ["address/known-scheme"]],
      ["main.tf", ["address/known-scheme"]],
    ]);
    expect((await run(["fix", ...keys, "."])).code).toBe(0);
    expect(readFileSync(join(folder, "main.tf"), "utf8")).toContain('"gs://acme"');
  });
});

describe("--policy-type", () => {
  const policy =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}\n';
  const kindOf = async (...parameters: readonly string[]): Promise<unknown> => {
    const { files } = await report(...parameters, ".");
    return files.map(({ path, parts }) => `${path}: ${parts[0]?.dialect ?? "none"}`);
  };

  test("says what the policies of all files are, or of those that a glob names", async () => {
    write("roles/one.json", policy);
    write("two.json", policy);
    expect(await kindOf()).toEqual(["two.json: trust", "roles/one.json: trust"]);
    expect(await kindOf("--policy-type", "identity")).toEqual([
      "two.json: identity",
      "roles/one.json: identity",
    ]);
    expect(
      await kindOf("--policy-type", "roles/*.json=identity", "--policy-type=two.json=none"),
    ).toEqual(["two.json: none", "roles/one.json: identity"]);
  });

  test("is also taken by fix and explain", async () => {
    write("two.json", policy);
    expect(await run(["fix", "--policy-type", "bucket", "."])).toMatchObject({ code: 0 });
    const asked = ["explain", "--principal", "x", "--action", "y", "--resource", "z", "two.json"];
    expect(await run([...asked, "--policy-type", "none"])).toMatchObject({
      code: 2,
      error: "byob: two.json: no policy found\n",
    });
  });
});

describe("wrong use", () => {
  test.each([
    [[], "a command is missing"],
    [["chek"], '"chek" is not a command'],
    [["check", "--format", "yaml", "."], "--format must be one of text, json"],
    [["check", "--fail-on", "panic", "."], "--fail-on must be one of"],
    [["check", "--nonsense", "."], "--nonsense"],
    [["check", "--stdin"], "stdin requires --stdin-filename"],
    [
      ["check", "--policy-type", "*.json=vault", "."],
      "--policy-type must be one of auto, none, bucket",
    ],
    [["fix", "--rule", "cors/valid-orgin=off"], 'Did you mean "cors/valid-origin"?'],
    [
      ["check", "--rule", "cors/*=loud"],
      '--rule must be one of off, error, warning, info, hint, not "loud"',
    ],
    [["check", "--rule", "cors/valid-origin"], "--rule expects RULE=SEVERITY"],
    [["check", "--deployment", "cloud"], '"cloud"'],
    [["check", "--server-version", "new"], '"new"'],
    [["check", "--origin", "wandb.example.com/app"], '"wandb.example.com/app"'],
    [["check", "--max-warnings", "-1"], "--max-warnings"],
    [["check", "--output", "no/such/folder/report.txt"], "no such file or folder"],
    [["rules", "cors"], "rules does not accept arguments"],
    [["rule", "cors/valid-orgin"], 'Did you mean "cors/valid-origin"?'],
    [["rule"], "rule requires exactly one rule ID"],
  ] as const)("%j exits 2 with one line", async (parameters, words) => {
    const ran = await run(parameters);
    expect(ran.code).toBe(2);
    expect(ran.error).toContain(words);
    expect(ran.error.trimEnd().split("\n")).toHaveLength(1);
    expect(ran.out).toBe("");
  });

  test("--help and --version answer and exit 0", async () => {
    expect(await run(["--help"])).toMatchObject({ code: 0 });
    expect((await run(["--help"])).out).toContain("byob check");
    expect((await run(["--version"])).out).toMatch(
      /^byob \d+\.\d+\.\d+\S* \(AWS service reference dated 20\d\d-\d\d-\d\d\)$/m,
    );
  });
});

test("--version says when the reference of AWS's services is old", async () => {
  const date = Date.parse(serviceReferenceDate);
  const said = async (days: number): Promise<string> =>
    (await run(["--version"], "", date + days * 86_400_000)).out;
  expect(await said(90)).not.toContain("days old");
  expect(await said(91)).toContain(`dated ${serviceReferenceDate}, 91 days old`);
});

describe("byob fix", () => {
  test("applies the safe fixes and leaves the rest", async () => {
    write("cors.json", cors("x-amz-id-2"));
    const ran = await run(["fix", "."]);
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(readFileSync(join(folder, "cors.json"), "utf8")).toBe(
      cors("x-amz-id-2").replace('"x-amz-id-2"', '"x-amz-id-2", "ETag"'),
    );
    expect((await run(["check", "."])).code).toBe(0);
  });

  test("a dry run tells and changes nothing", async () => {
    write("cors.json", cors("x-amz-id-2"));
    const ran = await run(["fix", "--dry-run", "."]);
    expect(ran.out).toContain("cors.json: 1 fix to apply");
    expect(readFileSync(join(folder, "cors.json"), "utf8")).toBe(cors("x-amz-id-2"));
  });

  test("a byte order mark and carriage returns survive", async () => {
    const text = `\uFEFF${cors("x").replaceAll(",", ",\r\n")}`;
    write("cors.json", text);
    await run(["fix", "cors.json"]);
    const fixed = readFileSync(join(folder, "cors.json"), "utf8");
    expect(fixed.startsWith("\uFEFF")).toBe(true);
    expect(fixed).toContain('"ETag"');
    expect(fixed.replaceAll("\r\n", "").includes("\n\n")).toBe(false);
  });

  test("names the fixes that were refused, and applies the others", async () => {
    // Without the account ID the statement reaches objects, so that the bucket turns out to be missing.
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::725579432336:role/WandbIntegration" },
          Action: ["s3:ListBucket", "s3:GetObject"],
          Resource: "arn:aws:s3::111122223333:team-bucket/*",
        },
      ],
    });
    write("a/policy.json", policy);
    write("b/cors.json", cors("x-amz-id-2"));
    const ran = await run(["fix", "."]);
    expect(ran.code).toBe(1);
    expect(ran.error).toBe(
      "a/policy.json:1 policy/valid-arn-account: The fix was not applied because it would introduce an error (policy/require-bucket-and-objects).\n",
    );
    expect(ran.out).toContain("b/cors.json: 1 fix applied");
    expect(readFileSync(join(folder, "a/policy.json"), "utf8")).toBe(policy);
  });

  test("a link stays a link, and mode and names of other files stay", async () => {
    write("real/cors.json", cors("x"));
    chmodSync(join(folder, "real/cors.json"), 0o640);
    symlinkSync("real/cors.json", join(folder, "cors.json"));
    expect(await run(["fix", "cors.json"])).toMatchObject({ code: 0, error: "" });
    expect(lstatSync(join(folder, "cors.json")).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder, "real/cors.json")).mode & 0o7777).toBe(0o640);
    expect(readFileSync(join(folder, "real/cors.json"), "utf8")).toContain('"ETag"');
    expect(readdirSync(join(folder, "real"))).toEqual(["cors.json"]);
  });

  test("a file with other hard links is named and left, and the others are fixed", async () => {
    write("a/cors.json", cors("x"));
    linkSync(join(folder, "a/cors.json"), join(folder, "a/other.json.bak"));
    write("b/cors.json", cors("x"));
    const ran = await run(["fix", "."]);
    expect(ran.code).toBe(2);
    expect(ran.error).toBe("byob: a/cors.json: not changed: the file has other hard links\n");
    expect(ran.out).toBe("b/cors.json: 1 fix applied\n1 file changed\n");
    expect(readFileSync(join(folder, "a/cors.json"), "utf8")).toBe(cors("x"));
  });

  test("what a killed run has left is removed, and nothing else", async () => {
    write("cors.json", cors("x"));
    write(".cors.json.byob-tmp-999999999-ab", "half");
    write(`.cors.json.byob-tmp-${String(process.pid)}-ab`, "another run's");
    write(".other.byob-tmp-999999999-ab", "another file's");
    await run(["fix", "cors.json"]);
    expect(readdirSync(folder).toSorted()).toEqual([
      `.cors.json.byob-tmp-${String(process.pid)}-ab`,
      ".other.byob-tmp-999999999-ab",
      "cors.json",
    ]);
  });

  test.each([
    ["little", Buffer.from(`\uFEFF${cors("x")}`, "utf16le")],
    ["big", Buffer.from(`\uFEFF${cors("x")}`, "utf16le").swap16()],
  ])("UTF-16 is read and written as it was: %s end first", async (_end, bytes) => {
    write("cors.json", bytes);
    expect(await run(["fix", "cors.json"])).toMatchObject({ code: 0, error: "" });
    const after = readFileSync(join(folder, "cors.json"));
    expect(after.subarray(0, 2)).toEqual(bytes.subarray(0, 2));
    const encoding = after[0] === 0xff ? "utf-16le" : "utf-16be";
    expect(new TextDecoder(encoding).decode(after)).toBe(cors("x").replace('"x"', '"x", "ETag"'));
  });

  test("bytes that are not UTF-8 are never rewritten, and that is said", async () => {
    const bytes = Buffer.concat([Buffer.from(cors("x")), Buffer.from([0x23, 0xe9, 0x0a])]);
    write("cors.jsonc", bytes);
    const checked = await run(["check", "cors.jsonc"]);
    expect(checked.error).toBe(
      "byob: cors.jsonc: checked, but some bytes are not valid UTF-8, so byob fix does not change this file\n",
    );
    expect(checked.out).toContain("cors/require-exposed-etag");
    write("cors.json", Buffer.from(cors("@").replace("@", "\u00e9"), "latin1"));
    expect(await run(["fix", "cors.json"])).toMatchObject({
      code: 2,
      error: "byob: cors.json: not changed: the file contains bytes that are not valid UTF-8\n",
    });
    expect(readFileSync(join(folder, "cors.json"))).toEqual(
      Buffer.from(cors("@").replace("@", "\u00e9"), "latin1"),
    );
  });

  test("a path that is gone exits 2", async () => {
    expect(await run(["fix", "gone"])).toMatchObject({
      code: 2,
      error: "byob: gone: no such file or folder\n",
    });
  });
});

describe("byob preflight", () => {
  test("tells what the browser will do, and exits 1 when W&B's needs fail", async () => {
    write("good.json", cors("ETag"));
    write("bad.json", cors("x-amz-id-2").replace('"HEAD",', ""));
    const good = await run(["preflight", "--origin", "https://wandb.ai", "good.json"]);
    expect(good).toMatchObject({ code: 0, error: "" });
    const bad = await run(["preflight", "--origin", "https://wandb.ai", "bad.json"]);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/^HEAD ✗/m);
  });

  test("answers for one method and its headers, in JSON", async () => {
    write("cors.json", cors("ETag"));
    const ran = await run([
      "preflight",
      "--origin",
      "https://wandb.ai",
      "--method",
      "PUT",
      "--header",
      "Content-Type",
      "--format",
      "json",
      "cors.json",
    ]);
    expect(JSON.parse(ran.out)).toMatchObject({
      allowed: true,
      requests: [
        {
          method: "PUT",
          allowed: true,
          rule: 0,
          responseHeaders: { "Access-Control-Expose-Headers": "ETag" },
          reasons: expect.any(Array) as unknown,
        },
      ],
    });
  });

  test.each([
    [["preflight", "cors.json"], "--origin"],
    [
      ["preflight", "--origin", "https://wandb.ai/path", "cors.json"],
      "a scheme and a host without a path",
    ],
    [["preflight", "--origin", "https://wandb.ai"], "requires exactly one file"],
    [["preflight", "--origin", "https://wandb.ai", "gone.json"], "no such file"],
    [["preflight", "--origin", "https://wandb.ai", "none.json"], "no CORS configuration found"],
  ] as const)("%j is a wrong use", async (parameters, words) => {
    write("none.json", "{}");
    const ran = await run(parameters);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.error).toContain(words);
  });
});

describe("byob convert", () => {
  test("writes another tool's form on standard output", async () => {
    write("cors.json", cors("ETag"));
    const ran = await run(["convert", "--to", "s3-cli", "cors.json"]);
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(JSON.parse(ran.out)).toEqual({ CORSRules: JSON.parse(cors("ETag")) as unknown });
  });

  test("says on standard error what cannot be expressed", async () => {
    write("cors.json", cors("ETag").replace("[{", '[{"ID":"one",'));
    const ran = await run(["convert", "--to", "gcs", "cors.json"]);
    expect(ran.code).toBe(0);
    expect(ran.error).not.toBe("");
    expect(JSON.parse(ran.out)).toMatchObject([{ method: ["GET", "HEAD", "PUT"] }]);
  });
});

describe("byob explain", () => {
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Wandb",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::725579432336:role/WandbIntegration" },
        Action: "s3:GetObject*",
        Resource: "arn:aws:s3:::acme/*",
      },
    ],
  });
  const ask = (action: string): Promise<Ran> =>
    run([
      "explain",
      "--format",
      "json",
      "--principal",
      "arn:aws:iam::725579432336:role/WandbIntegration",
      "--action",
      action,
      "--resource",
      "arn:aws:s3:::acme/file",
      "policy.json",
    ]);

  test("names the statement that decides", async () => {
    write("policy.json", policy);
    const denied = await ask("s3:DeleteObject");
    expect(denied.code).toBe(1);
    expect(JSON.parse(denied.out)).toMatchObject({ verdict: "denied" });
    const answered = JSON.parse((await ask("s3:GetObject")).out) as { readonly decidedBy: unknown };
    expect(answered.decidedBy).toMatchObject([
      { path: "policy.json", statement: 0, name: 'Statement "Wandb"' },
    ]);
  });

  test("--context says what the request carries", async () => {
    const Condition = { StringEquals: { "aws:PrincipalOrgID": ["o-1", "o-2"] } };
    const document = JSON.parse(policy) as { Statement: object[] };
    document.Statement = document.Statement.map((each) => ({ ...each, Condition }));
    write("policy.json", JSON.stringify(document));
    const verdict = async (...parameters: readonly string[]): Promise<unknown> => {
      const role = "arn:aws:iam::725579432336:role/WandbIntegration";
      const request = ["--principal", role, "--action", "s3:GetObject"];
      const on = ["--resource", "arn:aws:s3:::acme/file", "--format", "json", "policy.json"];
      const { out } = await run(["explain", ...request, ...on, ...parameters]);
      return (JSON.parse(out) as { readonly verdict: unknown }).verdict;
    };
    expect(await verdict()).toBe("unknown");
    expect(await verdict("--no-other-context")).toBe("denied");
    expect(await verdict("--context", "aws:PrincipalOrgID")).toBe("denied");
    expect(await verdict("--context", "AWS:principalorgid=o-3")).toBe("denied");
    const known = await verdict("--context", "aws:PrincipalOrgID=o-2");
    expect(known).not.toBe("denied");
    expect(await run(["explain", ...missing, "--context", "o-1"])).toMatchObject({
      code: 2,
      error: 'byob: --context expects KEY=VALUE, such as aws:SourceVpc=vpc-1, not "o-1"\n',
    });
  });

  const missing = ["--principal", "x", "--action", "y", "--resource", "z", "policy.json"];

  test("a missing option is a wrong use", async () => {
    expect(await run(["explain", "--principal", "x", "policy.json"])).toMatchObject({ code: 2 });
  });
});

describe("whose bucket it is", () => {
  const shop =
    '[{ "AllowedHeaders": ["*"], "AllowedMethods": ["POST"], "AllowedOrigins": ["https://shop.example"], "ExposeHeaders": [] }]\n';

  test("rules for another site in a folder without W&B are left alone", async () => {
    write("shop/cors.json", shop);
    write("wandb.env", "BUCKET=s3://acme-artifacts\n");
    const ran = await run(["check", "shop", "wandb.env"]);
    expect(ran.out).not.toContain("shop/cors.json:");
    await run(["fix", "."]);
    expect(readFileSync(join(folder, "shop/cors.json"), "utf8")).toBe(shop);
  });

  test("in a folder with W&B's settings they lack what W&B needs, whichever file comes first", async () => {
    write("store/cors.json", shop);
    write("store/settings.env", "BUCKET=s3://acme-artifacts\n");
    for (const paths of [["."], ["store/cors.json", "store/settings.env"]]) {
      const ran = await run(["check", ...paths]);
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(
        /^store\/cors\.json:1:\d+: error: .+ \[cors\/require-wandb-methods\]$/m,
      );
    }
    await run(["fix", "."]);
    expect(readFileSync(join(folder, "store/cors.json"), "utf8")).toContain('"PUT"');
  });
});

describe("text is only text", () => {
  const escape = "\u001b]0;owned\u0007\u009b2J";

  test("control characters of content and names reach no terminal", async () => {
    write(`a${escape}\nb.env`, `BUCKET=s3://bucket?${escape}=1&reg\u202eion=x\n`);
    const ran = await run(["check", "."]);
    expect(ran.out).toContain("a\\u001b]0;owned\\u0007\\u009b2J\\nb.env:1:");
    // eslint-disable-next-line no-control-regex -- They are what is looked for.
    expect(ran.out + ran.error).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    const json = await run(["check", "--format", "json", "."]);
    // eslint-disable-next-line no-control-regex -- They are what is looked for.
    expect(json.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect((JSON.parse(json.out) as JsonReport).files[0]?.path).toBe(`a${escape}\nb.env`);
  });

  test.each(["toString", "__proto__", "constructor", `x${escape}\ny`])(
    "%j is no command, in one line",
    async (name) => {
      const ran = await run([name]);
      expect(ran.code).toBe(2);
      expect(ran.out).toBe("");
      expect(ran.error.split("\n")).toHaveLength(2);
      expect(ran.error).not.toContain("\u001b");
    },
  );

  test.each([["--toString"], ["--__proto__=1"], [`--${escape}\n`]])(
    "%j is no option, in one line",
    async (option) => {
      const ran = await run(["check", option, "."]);
      expect(ran.code).toBe(2);
      expect(ran.error.split("\n")).toHaveLength(2);
      expect(ran.error).not.toContain("\u001b");
    },
  );

  test("keys with names that every object has are plain keys", async () => {
    write(
      "cors.json",
      '[{"toString": 1, "__proto__": {}, "constructor": [], "AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]',
    );
    write(".env", "toString=s3://b\n__proto__=s3://b\nconstructor=s3://b\n");
    const ran = await run(["check", "--fail-on", "never", "."]);
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(ran.out).toContain("2 files checked");
  });
});
