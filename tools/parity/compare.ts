import { parseGoUrl } from "../../server/src/syntax/go-url.js";

/** A row that `main.go` prints. */
export type GoResult =
  | readonly ["!", code: string, detail: string]
  | readonly [
      scheme: string,
      opaque: string,
      user: string | null,
      password: string | null,
      host: string,
      port: string,
      path: string,
      rawQuery: string,
      pairs: readonly (readonly string[])[],
      queryProblem: boolean,
      fragment: string,
    ];

/** What the tokenizer makes of a text, in the shape of Go's row. */
export function read(text: string): GoResult {
  const result = parseGoUrl(text);
  if (!result.accepted) {
    const { code, span } = result.problem;
    const quotes = ["escape", "host-character", "port"].includes(code);
    return ["!", code, quotes ? text.slice(span.start, span.end) : ""];
  }
  const { scheme, opaque, user, password, host, port, path, rawQuery, query, fragment } =
    result.url;
  const names = new Map<string, string[]>();
  for (const [name, value] of query.parameters) {
    names.set(name, [...(names.get(name) ?? []), value]);
  }
  const pairs = [...names]
    .map(([name, values]) => [name, ...values])
    .sort(([a = ""], [b = ""]) => compareBytes(a, b));
  const found = query.problem !== undefined;
  return [
    scheme,
    opaque,
    user ?? null,
    password ?? null,
    host,
    port,
    path,
    rawQuery,
    pairs,
    found,
    fragment,
  ];
}

/** How the tokenizer's reading differs from Go's, if it does. */
export function difference(text: string, go: GoResult): string | undefined {
  const ours = read(text);
  // Go quotes an escape by three bytes, which may end within a character; the ASCII part is the same.
  const [expected, actual] = [go, ours].map((result) =>
    result[0] === "!" && result[1] === "escape"
      ? JSON.stringify(["!", "escape", asciiPart(String(result[2]))])
      : JSON.stringify(result),
  );
  return expected === actual ? undefined : `Go ${expected}, tokenizer ${actual}`;
}

function asciiPart(text: string): string {
  return /^[\0-\x7f]*/.exec(text)?.[0] ?? "";
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
