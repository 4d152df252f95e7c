import { afterEach, expect, test } from "vitest";
import { serviceReferenceDate } from "../server/src/catalog/service-reference.js";
import { fixAllKind } from "../server/src/features/kinds.js";
import { connectInProcess, pullCapabilities, type TestClient } from "./support/client.js";

const clients: TestClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

async function connect(...options: Parameters<typeof connectInProcess>): Promise<TestClient> {
  const client = await connectInProcess(...options);
  clients.push(client);
  return client;
}

const corsUri = "file:///home/cors.json";
const withoutEtag = `[
  {
    "AllowedHeaders": ["*"],
    "AllowedMethods": ["GET", "HEAD", "PUT"],
    "AllowedOrigins": ["*"],
    "ExposeHeaders": ["x-amz-id-2"]
  }
]
`;
const pullOnly = { textDocument: { diagnostic: {} } };
const start = { line: 0, character: 0 };
const everywhere = { start, end: { line: 1000, character: 0 } };

test("a CORS document without ETag is reported, fixed, and then clean", async () => {
  const client = await connect();
  await client.open(corsUri, "json", withoutEtag);
  const before = await client.diagnostics(corsUri);
  const finding = before.find(({ code }) => code === "cors/require-exposed-etag");
  expect(finding).toMatchObject({ source: "byob", severity: 1 });
  expect(finding?.codeDescription?.href).toMatch(/docs\/rules\/cors\/require-exposed-etag\.md$/);
  const actions = await client.codeActions(corsUri, finding?.range ?? everywhere);
  const fix = actions.find(({ isPreferred }) => isPreferred);
  expect(fix?.diagnostics?.[0]?.code).toBe("cors/require-exposed-etag");
  await client.apply(fix!);
  expect(client.text(corsUri)).toContain('"ExposeHeaders": ["x-amz-id-2", "ETag"]');
  const after = await client.diagnostics(corsUri);
  expect(after.filter(({ severity }) => severity === 1)).toEqual([]);
});

test("fix all applies every safe fix of a file at once", async () => {
  const client = await connect();
  await client.open(corsUri, "json", withoutEtag.replace('"HEAD", ', ""));
  const actions = await client.codeActions(corsUri, { start, end: start }, [fixAllKind]);
  expect(actions.map(({ kind }) => kind)).toEqual([fixAllKind]);
  await client.apply(actions[0]!);
  expect(client.text(corsUri)).toContain('"ETag"');
});

test("fix all is not offered under the light bulb", async () => {
  const client = await connect();
  await client.open(corsUri, "json", withoutEtag);
  const actions = await client.codeActions(corsUri, everywhere);
  expect(actions.filter(({ kind }) => kind === fixAllKind)).toEqual([]);
  expect(actions.length).toBeGreaterThan(0);
});

test("a client without pull diagnostics has them pushed, and cleared on close", async () => {
  const client = await connect({ capabilities: {} });
  await client.open(corsUri, "json", withoutEtag);
  const opened = await client.pushed();
  expect(opened.diagnostics.map(({ code }) => code)).toContain("cors/require-exposed-etag");
  await client.close(corsUri);
  expect(await client.pushed()).toEqual({ uri: corsUri, diagnostics: [] });
});

/** A shop's rules, which nothing ties to W&B but what stands beside them. */
const shopCors = `[{ "AllowedOrigins": ["https://shop.example.com"], "AllowedMethods": ["GET", "PUT"], "AllowedHeaders": ["*"] }]`;
const shopUri = "file:///shop/cors.json";
const variables = "BUCKET=s3://acme-runs?region=eu-central-1\n";

test("what W&B needs is asked of a file once another of its folder names W&B, and no longer than that", async () => {
  const capabilities = { workspace: { diagnostics: { refreshSupport: true } }, ...pullOnly };
  const client = await connect({ capabilities });
  const needs = async (): Promise<boolean> =>
    (await client.diagnostics(shopUri)).some(({ code }) => code === "cors/require-exposed-etag");
  await client.open(shopUri, "json", shopCors);
  expect(await needs()).toBe(false);
  await client.open("file:///elsewhere/.env", "dotenv", variables);
  await client.diagnostics("file:///elsewhere/.env");
  expect(await needs()).toBe(false);
  await client.open("file:///shop/.env", "dotenv", variables);
  await client.diagnostics("file:///shop/.env");
  await client.refreshed();
  expect(await needs()).toBe(true);
  await client.close("file:///shop/.env");
  await client.refreshed();
  expect(await needs()).toBe(false);
});

test("a client that only takes pushes is told of it too", async () => {
  const client = await connect({ capabilities: {} });
  await client.open(shopUri, "json", shopCors);
  const codes = async (uri: string): Promise<readonly unknown[]> => {
    for (;;) {
      const pushed = await client.pushed();
      if (pushed.uri === uri) return pushed.diagnostics.map(({ code }) => code);
    }
  };
  expect(await codes(shopUri)).not.toContain("cors/require-exposed-etag");
  await client.open("file:///shop/.env", "dotenv", variables);
  expect(await codes(shopUri)).toContain("cors/require-exposed-etag");
});

test("a client without versioned edits gets plain ones", async () => {
  const client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(corsUri, "json", withoutEtag);
  const [action] = await client.codeActions(corsUri, everywhere);
  expect(action?.edit?.documentChanges).toBeUndefined();
  expect(Object.keys(action?.edit?.changes ?? {})).toEqual([corsUri]);
});

test("a rule can be silenced and its severity changed by a setting", async () => {
  const client = await connect();
  await client.open(corsUri, "json", withoutEtag);
  await client.configure({ byob: { rules: { "cors/require-exposed-etag": "off" } } });
  const silenced = await client.diagnostics(corsUri);
  expect(silenced.map(({ code }) => code)).not.toContain("cors/require-exposed-etag");
  await client.configure({ byob: { rules: { "cors/require-exposed-etag": "hint" } } });
  const changed = await client.diagnostics(corsUri);
  expect(changed.find(({ code }) => code === "cors/require-exposed-etag")?.severity).toBe(4);
});

test("a setting that does not fit keeps its default and is named in the log", async () => {
  const client = await connect();
  await client.open(corsUri, "json", withoutEtag);
  await client.configure({
    byob: { deployment: "on the moon", rules: { "cors/require-exposed-etag": "off" } },
  });
  const found = await client.diagnostics(corsUri);
  expect(found.map(({ code }) => code)).not.toContain("cors/require-exposed-etag");
  expect(client.log.join("\n")).toContain("deployment");
});

test("an unsaved text is judged while it is typed", async () => {
  const client = await connect();
  const uri = "untitled:Untitled-1";
  await client.open(uri, "json", "");
  expect(await client.diagnostics(uri)).toEqual([]);
  for (let length = 0; length < withoutEtag.length; length += 1) {
    await client.type(uri, length, withoutEtag.charAt(length));
  }
  expect(client.text(uri)).toBe(withoutEtag);
  const found = await client.diagnostics(uri);
  expect(found.map(({ code }) => code)).toContain("cors/require-exposed-etag");
});

test("JSON that is none of ours gets nothing", async () => {
  const client = await connect();
  const uri = "file:///home/package.json";
  const text = JSON.stringify({
    name: "x",
    repository: "https://example.com/x",
    rules: [{ method: "GET", path: "/cors", origin: "here" }],
    statement: { effect: "none" },
  });
  await client.open(uri, "json", text);
  expect(await client.diagnostics(uri)).toEqual([]);
  expect(await client.request("byob/status", { uri })).toMatchObject({ parts: [] });
});

test("the status names what a document was recognised as and why", async () => {
  const client = await connect();
  await client.open(corsUri, "json", withoutEtag);
  const status = await client.request("byob/status", { uri: corsUri });
  expect(status).toMatchObject({ parts: [{ kind: "cors", detail: "S3 console" }] });
  expect(JSON.parse(JSON.stringify(status))).toMatchObject({
    parts: [{ reason: expect.stringMatching(/^[A-Z].+\.$/) as string }],
  });
});

test("a setting says what the policies of a file are, and the status names it", async () => {
  const client = await connect({ initializationOptions: { clientCommands: true } });
  const uri = "file:///home/infra/roles/wandb%20role.json";
  // Read by itself, this is a trust policy, which names no resource.
  await client.open(
    uri,
    "json",
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}',
  );
  const status = (): Promise<unknown> => client.request("byob/status", { uri });
  const codes = async (): Promise<readonly unknown[]> =>
    (await client.diagnostics(uri)).map(({ code }) => code);
  expect(await status()).toMatchObject({ parts: [{ detail: "trust" }] });
  expect(await codes()).not.toContain("policy/require-resource");
  await client.configure({ byob: { policyTypes: { "roles/*.json": "identity" } } });
  expect(await status()).toMatchObject({
    parts: [{ detail: "identity", reason: "The policy type is set by byob.policyTypes." }],
  });
  expect(await codes()).toContain("policy/require-resource");
  await client.configure({
    byob: { policyTypes: { "roles/*.json": "identity", "**/wandb role.json": "auto" } },
  });
  expect(await status()).toMatchObject({ parts: [{ detail: "trust" }] });
  await client.configure({ byob: { policyTypes: { "**": "none" } } });
  expect(await status()).toMatchObject({ parts: [] });
});

test("a type that was chosen for the session goes before the settings", async () => {
  const client = await connect();
  const uri = "untitled:Untitled-1";
  const text = '{"Statement":[]}';
  await client.open(uri, "json", text);
  expect(await client.request("byob/status", { uri })).toMatchObject({ parts: [] });
  await client.request("byob/setPolicyType", { uri, type: "key" });
  expect(await client.request("byob/status", { uri })).toMatchObject({
    parts: [{ kind: "key-policy", reason: "The policy type is set until the editor closes." }],
  });
  await client.request("byob/setPolicyType", { uri, type: null });
  expect(await client.request("byob/status", { uri })).toMatchObject({ parts: [] });
});

test("a policy is copied as Terraform, and its wildcards are written out", async () => {
  const client = await connect({ initializationOptions: { clientCommands: true } });
  const uri = "file:///home/key-policy.json";
  const text =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:ReEncrypt*","Resource":"*"}]}';
  await client.open(uri, "json", text);
  const at = { line: 0, character: text.indexOf("ReEncrypt") };
  const actions = await client.codeActions(uri, { start: at, end: at }, ["refactor"]);
  const copy = actions.find(({ title }) => title === "Copy the policy as Terraform");
  expect(copy?.command?.command).toBe("byob.copyText");
  expect(JSON.stringify(copy?.command?.arguments)).toContain("aws_iam_policy_document");
  const expand = actions.find(({ title }) => title.startsWith("Expand"));
  expect(expand?.kind).toBe("refactor.rewrite");
  await client.apply(expand!);
  expect(client.text(uri)).toContain('"kms:ReEncryptFrom"');
});

test("a hover over an action says when what is known of it is old", async () => {
  const uri = "file:///policy.json";
  const text =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
  const hoverIn = async (now: number): Promise<string> => {
    const client = await connect({ now });
    await client.open(uri, "json", text);
    const found = await client.hover(uri, { line: 0, character: text.indexOf("GetObject") });
    return JSON.stringify(found?.contents);
  };
  const date = Date.parse(serviceReferenceDate);
  expect(await hoverIn(date)).not.toContain("days old");
  expect(await hoverIn(date + 100 * 86_400_000)).toContain("100 days old");
});

test("requests about a document that is not open have empty answers", async () => {
  const client = await connect();
  expect(await client.diagnostics("file:///nowhere.json")).toEqual([]);
  expect(await client.hover("file:///nowhere.json", start)).toBeNull();
  expect(await client.completion("file:///nowhere.json", start)).toEqual([]);
  expect(await client.codeActions("file:///nowhere.json", everywhere)).toEqual([]);
});

test("what the editor's own JSON support reports is not said twice", async () => {
  const broken = withoutEtag.replace('["*"],', '["*"]');
  const alone = await connect();
  await alone.open(corsUri, "json", broken);
  const all = await alone.diagnostics(corsUri);
  const beside = await connect({
    capabilities: pullCapabilities,
    initializationOptions: { jsonSyntaxLanguages: ["json"] },
  });
  await beside.open(corsUri, "json", broken);
  const fewer = await beside.diagnostics(corsUri);
  expect(all.length).toBeGreaterThan(fewer.length);
  expect(fewer.map(({ code }) => code)).toContain("cors/require-exposed-etag");
});

test("where what works on texts cannot be loaded, the server says so and stays", async () => {
  const loadEngine = (): Promise<never> => Promise.reject(new Error("engine.cjs is gone"));
  const client = await connect({ loadEngine });
  await client.open(corsUri, "json", withoutEtag);
  expect(await client.diagnostics(corsUri)).toEqual([]);
  await client.close(corsUri);
  await client.configure({ deployment: "dedicated" });
  await client.open(corsUri, "json", withoutEtag);
  expect(await client.diagnostics(corsUri)).toEqual([]);
  expect(client.log.join("\n")).toMatch(/Could not load the engine: Error: engine\.cjs is gone/);
});
