import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import xmlParser from "fast-xml-parser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Style } from "../server/src/cli/terminal.js";
import { runIn, type Ran } from "./support/command.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "byob-reports-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function check(parameters: readonly string[], style?: Style, input = ""): Promise<Ran> {
  const surroundings = {
    workingDirectory: folder,
    input,
    ...(style === undefined ? {} : { style }),
  };
  return await runIn(surroundings, ["check", ...parameters]);
}

const bad = "BUCKET=gcs://acme\n";
const warned =
  "BUCKET=s3://AKIA2J4K6L8M0N2P4Q6R:secret-4711-that-is-long-abcdefghijklmnop@s3.us-west-2.amazonaws.com/acme?region=us-west-2\n";

describe("text", () => {
  test("what stops W&B comes first, and the next step last", async () => {
    write(".env", `${warned}${bad}`);
    const { out } = await check(["."]);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^\.env:2:\d+: error: /);
    expect(lines.slice(1, -2).every((line) => !line.includes(": error: "))).toBe(true);
    expect(lines.at(-2)).toMatch(/^1 file checked: 1 error, \d+ warnings?, \d+ info/);
    expect(lines.at(-1)).toMatch(/^\d+ can be fixed with byob fix$/);
  });

  test("--quiet lists errors only, and the exit code stays", async () => {
    write(".env", warned);
    const quiet = await check(["--quiet", "--fail-on", "warning", "."]);
    expect(quiet.code).toBe(1);
    expect(quiet.out).not.toContain("warning:");
    expect(quiet.out).toContain("1 file checked: 0 errors");
  });

  test("a person sees the line, the place in it and the fix", async () => {
    write(".env", bad);
    const { out } = await check(["."], { pretty: true, color: false });
    expect(out).toMatch(/^\.env\n {2}1:8 error .+ address\/known-scheme\n/);
    expect(out).toContain("    BUCKET=gcs://acme\n           ^^^");
    expect(out).toMatch(/^ {4}Fix: Use "gs"|^ {4}Fix: /m);
  });

  test("colors are the only escapes, whatever a file holds", async () => {
    write("\u001B[31mred.env", "BUCKET=gcs://a\u001B]52;c;eA==\u0007cme\n");
    const { out } = await check(["."], { pretty: true, color: true });
    expect(out).toContain("\u001B[31merror\u001B[0m");
    // eslint-disable-next-line no-control-regex -- They are what is looked for.
    expect(out.replaceAll(/\u001B\[\d+m/g, "")).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/);
    expect(out).toContain("\\u001b[31mred.env");
  });

  test("a marked control character takes nothing from the rest of the line", async () => {
    write(".env", "BUCKET=s3://ac\u0001me/rest\n");
    const { out } = await check(["."], { pretty: true, color: false });
    const lines = out.split("\n").filter((line) => line.startsWith("    BUCKET"));
    expect(new Set(lines)).toEqual(new Set(["    BUCKET=s3://ac\\u0001me/rest"]));
  });

  test("what shows how far it is leaves before a line of the report", async () => {
    write("a/.env", bad);
    write("b/.env", bad);
    let time = 0;
    const said: string[] = [];
    await runIn(
      {
        workingDirectory: folder,
        now: () => (time += 2000),
        progress: (text) => said.push(`progress ${text}`),
        out: (text) => said.push(`out ${text}`),
      },
      ["check", "."],
    );
    const shown = said.filter((each) => each.startsWith("progress Checking"));
    expect(shown.length).toBeGreaterThan(0);
    said.forEach((each, at) => {
      if (each.startsWith("out ")) expect(said[at - 1] ?? "").not.toMatch(/^progress Checking/);
    });
    expect(said.filter((each) => each === "progress ")).toHaveLength(shown.length);
  });

  test("a line with a secret is not shown", async () => {
    write(".env", warned);
    const { out } = await check(["."], { pretty: true, color: false });
    expect(out).toContain("address/valid-secret-key");
    expect(out).not.toContain("4711");
  });
});

describe("exit codes", () => {
  test("--max-warnings and --fail-on hint", async () => {
    write(".env", warned);
    expect((await check(["."])).code).toBe(0);
    expect((await check(["--max-warnings", "0", "."])).code).toBe(1);
    expect((await check(["--max-warnings", "9", "."])).code).toBe(0);
    expect((await check(["--fail-on", "hint", "."])).code).toBe(1);
  });

  test("a rule's severity decides, by id or by group", async () => {
    write(".env", bad);
    expect((await check(["--rule", "address/known-scheme=off", "."])).code).toBe(0);
    expect((await check(["--rule", "address/*=warning", "."])).code).toBe(0);
    const last = ["--rule", "address/*=off", "--rule", "address/known-scheme=error"];
    expect((await check([...last, "."])).code).toBe(1);
  });

  test("without a path it is the working directory; - is standard input", async () => {
    write(".env", bad);
    expect((await check([])).out).toContain(".env:1:8");
    const read = await check(["-", "--stdin-filename", "a/.env"], undefined, bad);
    expect(read.out).toContain("a/.env:1:8");
    expect(await check(["-", "x", "--stdin-filename", "a"])).toMatchObject({ code: 2 });
  });

  test("--output takes the report, and nothing else is said", async () => {
    write(".env", bad);
    const { code, out } = await check(["--format", "json", "--output", "report.json", "."]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as object;
    expect(report).toMatchObject({ files: [{ path: ".env" }], summary: { errors: 1 } });
  });
});

describe("json", () => {
  test("names only files with something to say, unless all are asked for", async () => {
    write("good.json", "{}");
    write(".env", bad);
    interface Report {
      readonly files: readonly { readonly path: string }[];
    }
    const some = JSON.parse((await check(["--format", "json", "."])).out) as Report;
    expect(some.files.map(({ path }) => path)).toEqual([".env"]);
    const all = JSON.parse((await check(["--format", "json", "--all", "."])).out) as Report;
    expect(all.files.map(({ path }) => path)).toEqual([".env", "good.json"]);
  });

  test.each(["empty.txt", ".env"])("is what its schema says (%s)", async (name) => {
    write(name, bad);
    const schema = readFileSync(join(import.meta.dirname, "../schemas/report.schema.json"), "utf8");
    const validate = new Ajv().compile(JSON.parse(schema) as object);
    const { out } = await check(["--format", "json", "."]);
    expect([validate(JSON.parse(out)), validate.errors]).toEqual([true, null]);
  });
});

describe("sarif", () => {
  interface Sarif {
    readonly runs: readonly {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
        }[];
        readonly fixes?: readonly object[];
      }[];
    }[];
  }

  async function sarif(): Promise<Sarif> {
    return JSON.parse((await check(["--format", "sarif", "."])).out) as Sarif;
  }

  test("is valid by the public schema, with findings and without", async () => {
    const schema = readFileSync(
      join(
        import.meta.dirname,
        "../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
      ),
      "utf8",
    );
    const ajv = new Ajv({ schemaId: "id", meta: false, unknownFormats: "ignore" });
    const draft4 = readFileSync(
      join(import.meta.dirname, "../node_modules/ajv/lib/refs/json-schema-draft-04.json"),
      "utf8",
    );
    ajv.addMetaSchema(JSON.parse(draft4) as object);
    const validate = ajv.compile(JSON.parse(schema) as object);
    expect([validate(await sarif()), validate.errors]).toEqual([true, null]);
    write("sub folder/é.env", bad);
    const found = await sarif();
    expect([validate(found), validate.errors]).toEqual([true, null]);
    const [result] = found.runs[0]?.results ?? [];
    expect(result).toMatchObject({ ruleId: "address/known-scheme", level: "error" });
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      "sub%20folder/%C3%A9.env",
    );
    expect(result?.fixes).toHaveLength(1);
  });

  test("fingerprints are unique and stay when lines are added above", async () => {
    const all = ({ runs }: Sarif): readonly (string | undefined)[] =>
      (runs[0]?.results ?? []).map((result) => result.partialFingerprints["byob/v1"]);
    write(".env", `${bad}${bad}`);
    const before = all(await sarif());
    write(".env", `# one\n\n${bad}# two\n${bad}`);
    expect(all(await sarif())).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    expect(before.length).toBeGreaterThan(1);
  });

  test("a fix that writes a secret again stays out", async () => {
    write("run.sh", `export ${warned.trim()}&tls=true\n`);
    const { out } = await check(["--format", "sarif", "."]);
    expect(out).toContain("address/require-shell-quotes");
    expect(out).not.toContain("4711");
  });
});

describe("pipelines", () => {
  test("github: one command a finding, escaped", async () => {
    write("a,b:c.env", bad);
    const { out } = await check(["--format", "github", "."]);
    expect(out).toMatch(
      /^::error file=a%2Cb%3Ac\.env,line=1,endLine=1,col=8,endColumn=11,title=address\/known-scheme::.+\n$/,
    );
  });

  test("github: info and hint are notices, and no line can be forged", async () => {
    write("x\n::error::forged.env", warned);
    const { out } = await check(["--format", "github", "--rule", "address/*=info", "."]);
    expect(
      out
        .trimEnd()
        .split("\n")
        .every((line) => line.startsWith("::notice file=")),
    ).toBe(true);
  });

  test("gitlab: code quality with unique fingerprints", async () => {
    write(".env", `${bad}${bad}`);
    const { out } = await check(["--format", "gitlab", "."]);
    const entries = JSON.parse(out) as readonly { readonly fingerprint: string }[];
    expect(entries[0]).toMatchObject({
      check_name: "address/known-scheme",
      severity: "critical",
      location: { path: ".env", lines: { begin: 1, end: 1 } },
    });
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
    rmSync(join(folder, ".env"));
    expect((await check(["--format", "gitlab", "."])).out).toBe("[]\n");
  });

  test("junit: a suite a file, a failure a finding", async () => {
    write(".env", bad);
    write('<&">.env', "A=1\n");
    const { out } = await check(["--format", "junit", "--all", "."]);
    const { testsuites } = xmlParser.parse(out, { ignoreAttributes: false }) as {
      readonly testsuites: { readonly testsuite: readonly Record<string, unknown>[] };
    };
    expect(testsuites.testsuite).toMatchObject([
      {
        "@_name": ".env",
        "@_failures": "1",
        testcase: { failure: { "@_type": "error" } },
      },
      { "@_name": "&lt;&amp;&quot;&gt;.env", "@_failures": "0" },
    ]);
  });
});
