import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { connectToProcess } from "./support/client.js";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");

// The bundles are what users run, so they are made anew from the source under test.
beforeAll(() => {
  execFileSync(process.execPath, ["esbuild.js"], { cwd: root, stdio: "inherit" });
}, 120_000);

describe("the built server", () => {
  test("answers an editor over the standard streams", async () => {
    const client = await connectToProcess(process.execPath, [join(dist, "server.cjs"), "--stdio"]);
    expect(client.initialized.serverInfo?.name).toBe("byob");
    const uri = "file:///cors.json";
    await client.open(
      uri,
      "json",
      '[{"AllowedMethods":["GET","HEAD","PUT"],"AllowedOrigins":["*"],"AllowedHeaders":["*"]}]',
    );
    const found = await client.diagnostics(uri);
    expect(found.map(({ code }) => code)).toContain("cors/require-exposed-etag");
    const tf = "file:///main.tf";
    await client.open(
      tf,
      "terraform",
      'resource "aws_s3_bucket_cors_configuration" "b" {\n  cors_rule {\n    allowed_methods = ["GET", "HEAD", "PUT"]\n    allowed_origins = ["*"]\n    allowed_headers = ["*"]\n  }\n}\n',
    );
    expect((await client.diagnostics(tf)).map(({ code }) => code)).toContain(
      "cors/require-exposed-etag",
    );
    await client.stop();
  });
});

describe("the built command line", () => {
  test("checks a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "byob-bundle-"));
    writeFileSync(join(folder, ".env"), "BUCKET=gcs://acme\n");
    const ran = spawnSync(process.execPath, [join(dist, "cli.cjs"), "check", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("address/known-scheme");
    expect(ran.stderr).toBe("");
  });

  describe("when its output cannot be written", () => {
    const run = (command: string): { readonly status: number | null; readonly stderr: string } => {
      const folder = mkdtempSync(join(tmpdir(), "byob-bundle-"));
      writeFileSync(join(folder, ".env"), "BUCKET=gcs://acme\n".repeat(2000));
      writeFileSync(join(folder, "good.json"), "{}");
      const cli = `"${process.execPath}" "${join(dist, "cli.cjs")}"`;
      const ran = spawnSync("bash", ["-c", command.replaceAll("BYOB", cli)], {
        cwd: folder,
        encoding: "utf8",
      });
      rmSync(folder, { recursive: true });
      return ran;
    };

    test("a full disk is an error in one line", () => {
      const { status, stderr } = run("BYOB check good.json > /dev/full");
      expect(status).toBe(2);
      expect(stderr).toBe("byob: could not write the output: no space left on the device\n");
    });

    test("a reader that stops early is quiet, and the exit code stays", () => {
      const { status, stderr } = run(
        "BYOB check .env | head -n 1 > /dev/null; exit ${PIPESTATUS[0]}",
      );
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    });

    test("a pipe or a device is not read", () => {
      const { status, stderr } = run("mkfifo pipe.json; BYOB check pipe.json /dev/null");
      expect(status).toBe(2);
      expect(stderr).toContain("byob: pipe.json: not a regular file\n");
    });
  });

  test("can be run by its name", () => {
    expect(readFileSync(join(dist, "cli.cjs"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

test("no bundle asks for a module that is not there", () => {
  const text = readFileSync(join(dist, "client.web.js"), "utf8");
  const asked = [...text.matchAll(/require\("(?<name>[^"]+)"\)/g)].map(
    ({ groups }) => groups?.["name"],
  );
  expect([...new Set(asked)]).toEqual(["vscode"]);
  // The parser of Terraform files asks for Node's modules where it finds itself in Node.
  const server = readFileSync(join(dist, "server.web.js"), "utf8");
  expect(server).not.toMatch(/require\("(?:node:)?(?:os|child_process|net|crypto)"\)/);
});

test("every bundle stays small", () => {
  for (const name of [
    "server.cjs",
    "engine.cjs",
    "server.web.js",
    "cli.cjs",
    "client.cjs",
    "client.web.js",
  ]) {
    expect(statSync(join(dist, name)).size, name).toBeLessThan(2_000_000);
  }
});
