import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, platform, release } from "node:os";
import { join, resolve } from "node:path";
import { parseTree } from "jsonc-parser";
import { measure } from "mitata";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from "vscode-languageserver-protocol/node";
import { readDocument } from "../server/src/documents/document.js";
import { defaultProfile } from "../server/src/model/profile.js";
import { check } from "../server/src/rules/check.js";
import { benchDocuments, type BenchDocument } from "./bench/documents.js";
import { growth, measureConstruct } from "./bench/growth.js";

const root = resolve(import.meta.dirname, "..");
const runs = 3;

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly aim: string;
}

/** Prints the product's figures; with `--write`, also into docs/performance.md. */
async function bench(): Promise<void> {
  const rows: Row[] = [];
  for (const document of benchDocuments()) rows.push(...(await engineRows(document)));
  rows.push(...(await serverRows()));
  rows.push(...sizeRows());
  const table = [
    "| What | Figure | Aim |",
    "| --- | --- | --- |",
    ...rows.map(({ what, figure, aim }) => `| ${what} | ${figure} | ${aim} |`),
  ].join("\n");
  console.log(table);
  if (isWriting) writePage({ figures: `${introduction()}\n\n${table}\n` });
}

/** Prints how time grows with a text's length; with `--write`, also into docs/performance.md. */
async function benchGrowth(): Promise<void> {
  const [, , , option, construct] = process.argv;
  if (option === "--construct" && construct !== undefined) {
    await measureConstruct(construct);
    return;
  }
  const table = await growth(process.argv[1] ?? "");
  console.log(table);
  if (isWriting) writePage({ growth: `${growthHeading}\n\n${growthIntroduction}\n\n${table}\n` });
}

const page = join(root, "docs/performance.md");
const isWriting = process.argv.includes("--write");
const growthHeading = "## Growth";
const growthIntroduction =
  "Made by `npm run bench -- growth --write`, on the same machine. Each construct is repeated in a text of 40 KB, 160 KB, 640 KB, and 2.5 MB; the exponent is the slope of time over length, both as logarithms, for times of at least 10 ms: 1 is in step with the text, 2 is its square. The aim is 1.3.";

/** Replaces one half of the page and keeps the other. */
function writePage(halves: { readonly figures?: string; readonly growth?: string }): void {
  const now = readFileSync(page, "utf8");
  const at = now.includes(growthHeading) ? now.indexOf(growthHeading) : now.length;
  const { figures = `${now.slice(0, at).trimEnd()}\n`, growth: grown = now.slice(at) } = halves;
  writeFileSync(page, grown === "" ? figures : `${figures}\n${grown}`);
}

function introduction(): string {
  const cores = cpus();
  return `# Performance

Made by \`npm run bench -- --write\` on ${String(cores.length)} cores (${cores[0]?.model.trim() ?? "unknown"}), ${platform()} ${release().split("-")[0] ?? ""}, Node ${process.version}. Figures of another machine differ; the multiples of \`parseTree\` differ least.

Every figure is the best of ${String(runs)} runs, since whatever else the machine does only adds to it. "Read and judge" is everything the server does with a text: parse, model and all rules, in a process that has run for a while. A keystroke costs less, as rules are asked again only about what it touched; the first few hundred in a new server cost more, until Node has compiled what is worth compiling, and have a row of their own. Memory after many keystrokes is mostly garbage that Node has not collected yet. A large YAML file's time goes into its parser. Node itself takes a good part of the server's start, as its own row shows.`;
}

/** Reading and judging in this process, as a multiple of parsing alone. */
async function engineRows({
  name,
  languageId,
  text,
  isJson,
}: BenchDocument): Promise<readonly Row[]> {
  const uri = `file:///${name}`;
  const judge = (): void => {
    check(readDocument(TextDocument.create(uri, languageId, 1, text)), { profile: defaultProfile });
  };
  warmUp(judge);
  const judged = await bestOf(judge);
  const size = `${(text.length / 1000).toFixed(0)} KB`;
  const rows = [
    {
      what: `${name} (${size}): read and judge`,
      figure: `${ms(judged.p50)} (p99 ${ms(judged.p99)}), ${(text.length / 1e6 / (judged.p50 / 1e9)).toFixed(0)} MB/s`,
      aim: "",
    },
  ];
  if (!isJson) return rows;
  const parsed = await bestOf(() => parseTree(text));
  const multiple = (judged.p50 / parsed.p50).toFixed(1);
  return [
    ...rows,
    { what: `${name}: multiple of parseTree`, figure: `${multiple} ×`, aim: "≤ 5 ×" },
  ];
}

async function bestOf(run: () => unknown): Promise<Awaited<ReturnType<typeof measure>>> {
  let best = await measure(run);
  for (let again = 1; again < runs; again += 1) {
    const measured = await measure(run);
    if (measured.p50 < best.p50) best = measured;
  }
  return best;
}

/** Runs it until the engine has compiled what is worth compiling, which takes hundreds of runs. */
function warmUp(run: () => void): void {
  const started = performance.now();
  for (let runs = 0; runs < 400 && performance.now() - started < 5000; runs += 1) run();
}

/** The built server over the standard streams: start, keystrokes, memory. */
async function serverRows(): Promise<readonly Row[]> {
  const starts: number[] = [];
  const bareStarts: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const started = performance.now();
    const { connection, child } = await startServer();
    starts.push(performance.now() - started);
    await stopServer(connection);
    child.kill();
    const bareStarted = performance.now();
    spawnSync(process.execPath, ["--eval", "0"]);
    bareStarts.push(performance.now() - bareStarted);
  }
  const rows: Row[] = [
    {
      what: "Node itself: an empty script",
      figure: `${percentile(bareStarts, 0).toFixed(0)} ms (median of 7: ${percentile(bareStarts, 0.5).toFixed(0)} ms)`,
      aim: "",
    },
    {
      what: "Server start to `initialize` answered",
      figure: `${percentile(starts, 0).toFixed(0)} ms (median of 7: ${percentile(starts, 0.5).toFixed(0)} ms)`,
      aim: "≤ 150 ms",
    },
  ];
  for (const document of benchDocuments()) {
    const { first, opened, early, times, used } = await bestSession(document);
    rows.push(
      {
        what: `${document.name}: opened to first diagnostics, in a new server`,
        figure: ms(first * 1e6),
        aim: "",
      },
      {
        what: `${document.name}: keystroke to diagnostics over stdio`,
        figure: percentiles(times),
        aim: document.aim,
      },
      {
        what: `${document.name}: the first ${String(document.strokes)} keystrokes in a new server`,
        figure: percentiles(early),
        aim: "",
      },
      {
        what: `${document.name}: resident memory of the server, opened, and after ${String(document.strokes)} keystrokes`,
        figure: `${opened}, ${used}`,
        aim: document.aim === "" ? "" : "≤ 75 MiB",
      },
    );
  }
  return rows;
}

interface Session {
  readonly first: number;
  readonly opened: string;
  /** While the engine still compiles, as in the first minute of an editor's session. */
  readonly early: readonly number[];
  readonly times: readonly number[];
  readonly used: string;
}

async function bestSession(document: BenchDocument): Promise<Session> {
  const sessions: Session[] = [];
  for (let run = 0; run < runs; run += 1) sessions.push(await session(document));
  const slowness = ({ times }: Session): number => percentile(times, 0.95);
  return sessions.reduce((best, each) => (slowness(each) < slowness(best) ? each : best));
}

/** A document opened and typed in, in a new server. */
async function session(document: BenchDocument): Promise<Session> {
  const { connection, child } = await startServer();
  const memory = (): string => `${residentMemory(child.pid ?? 0)?.toFixed(0) ?? "?"} MiB`;
  const started = performance.now();
  await open(connection, document);
  const first = performance.now() - started;
  const opened = memory();
  const early = await keystrokes(connection, document, 0);
  const used = memory();
  const times = await keystrokes(connection, document, 3 * document.strokes);
  await stopServer(connection);
  child.kill();
  return { first, opened, early, times, used };
}

async function startServer(): Promise<{
  readonly connection: ProtocolConnection;
  readonly child: ReturnType<typeof spawn>;
}> {
  const child = spawn(process.execPath, [join(root, "dist/server.cjs"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- The protocol still requires it.
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, child };
}

async function stopServer(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  connection.dispose();
}

/** Opens a document and waits for its first diagnostics. */
async function open(
  connection: ProtocolConnection,
  { name, languageId, text }: BenchDocument,
): Promise<void> {
  const uri = `file:///${name}`;
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId, version: 1, text },
  });
  await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
}

function percentiles(times: readonly number[]): string {
  return `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
}

/**
 * Types and deletes a character in the middle, and waits for the diagnostics each time. The first
 * strokes of that many are not counted.
 */
async function keystrokes(
  connection: ProtocolConnection,
  { name, languageId, text, strokes }: BenchDocument,
  uncounted: number,
): Promise<readonly number[]> {
  const uri = `file:///${name}`;
  const source = TextDocument.create(uri, languageId, 1, text);
  const position = source.positionAt(text.indexOf("acme") + 2);
  const after = { line: position.line, character: position.character + 1 };
  const times: number[] = [];
  for (let stroke = 0; stroke < uncounted + strokes; stroke += 1) {
    const started = performance.now();
    void connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: uncounted + stroke + 2 },
      contentChanges:
        stroke % 2 === 0
          ? [{ range: { start: position, end: position }, text: "x" }]
          : [{ range: { start: position, end: after }, text: "" }],
    });
    await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    times.push(performance.now() - started);
  }
  return times.slice(uncounted);
}

function sizeRows(): readonly Row[] {
  const packages = readdirSync(root).filter((file) => file.endsWith(".vsix"));
  return packages.map((file) => ({
    what: "Size of the `.vsix`",
    figure: `${(statSync(join(root, file)).size / 1024).toFixed(0)} KiB`,
    aim: "≤ 1,500 KiB",
  }));
}

/** Resident memory in MiB, where the system tells it in /proc. */
function residentMemory(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    const kilobytes = /^VmRSS:\s+(?<kilobytes>\d+)/m.exec(status)?.groups?.["kilobytes"];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function ms(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toFixed(2)} ms`;
}

await (process.argv[2] === "growth" ? benchGrowth() : bench());
