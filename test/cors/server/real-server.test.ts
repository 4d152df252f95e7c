import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusalOf } from "../../../server/src/model/cors/refusal.js";
import { answer } from "../../../server/src/model/cors/preflight.js";
import { corsIn } from "../support.js";
import { documents, requests, type PageRequest } from "./documents.js";
import { startServer, type RealServer } from "./real-server.js";

let server: RealServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/**
 * Where s3rver does otherwise than S3's documentation says, which the evaluator follows. Each entry
 * is checked: one that stopped to deviate fails its test.
 */
const deviations: readonly {
  readonly document: string;
  readonly applies: (request: PageRequest) => boolean;
  readonly reason: string;
}[] = [
  {
    document: "fewer headers first",
    applies: ({ method, headers }) => method === "PUT" && "content-type" in headers,
    reason:
      "S3 goes on to the next rule when a requested header is not allowed; s3rver picks a rule by origin and method alone and then refuses.",
  },
];

/** Configurations that S3's documentation refuses and s3rver takes. */
const lenience: Readonly<Record<string, string>> = {
  "a wildcard exposed": "S3 takes no wildcard in ExposeHeader; s3rver passes it to the browser.",
  "a misspelled field": "S3 refuses an element that its schema has not; s3rver ignores it.",
};

/** What a browser makes of the server's answers, as the Fetch standard tells it to. */
async function browse({ origin, method, headers }: PageRequest) {
  const url = `${server.bucketUrl}/object`;
  const names = Object.keys(headers);
  const passes = (response: Response): boolean =>
    ["*", origin].includes(response.headers.get("access-control-allow-origin") ?? "");
  if (method === "PUT" || names.length > 0) {
    const preflight = await fetch(url, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": method,
        "access-control-request-headers": names.join(","),
      },
    });
    const methods = listOf(preflight, "access-control-allow-methods");
    const allowed = listOf(preflight, "access-control-allow-headers");
    const isAllowed =
      preflight.ok &&
      passes(preflight) &&
      methods.includes(method.toLowerCase()) &&
      names.every((name) => allowed.includes(name));
    if (!isAllowed) return { allowed: false, readsEtag: false };
  }
  const body = method === "PUT" ? { body: "content" } : {};
  const response = await fetch(url, { method, headers: { origin, ...headers }, ...body });
  const exposed = listOf(response, "access-control-expose-headers");
  const allowed = passes(response);
  return { allowed, readsEtag: allowed && (exposed.includes("etag") || exposed.includes("*")) };
}

function listOf(response: Response, header: string): readonly string[] {
  return (response.headers.get(header) ?? "").split(",").map((item) => item.trim().toLowerCase());
}

describe.each(Object.entries(documents))("%s", (name, xml) => {
  const cors = corsIn(xml, "xml");

  test("is taken or refused as the evaluator says", async () => {
    const refused = (await server.putCors(xml)) !== undefined;
    const expected = refusalOf(cors) !== undefined;
    expect(refused).toBe(name in lenience ? !expected : expected);
  });

  test.each(refusalOf(cors) === undefined ? requests : [])(
    "$method from $origin with $headers",
    async (request) => {
      expect(await server.putCors(xml)).toBeUndefined();
      await fetch(`${server.bucketUrl}/object`, { method: "PUT", body: "before" });
      const said = answer(cors, { ...request, headers: Object.keys(request.headers) });
      const found = await browse(request);
      const deviates = deviations.some(
        ({ document, applies }) => document === name && applies(request),
      );
      const expected = { allowed: said.allowed, readsEtag: said.readsEtag };
      if (deviates) expect(found).not.toEqual(expected);
      else expect(found).toEqual(expected);
      if (!found.allowed || deviates) return;
      const { origin, method, headers } = request;
      const body = method === "PUT" ? { body: "content" } : {};
      const actual = await fetch(`${server.bucketUrl}/object`, {
        method,
        headers: { origin, ...headers },
        ...body,
      });
      expect(actual.headers.get("access-control-expose-headers") ?? undefined).toBe(
        said.responseHeaders["Access-Control-Expose-Headers"],
      );
      expect(actual.headers.get("access-control-allow-origin")).toBe(
        said.responseHeaders["Access-Control-Allow-Origin"],
      );
    },
  );
});

/** Headers of a preflight's answer that s3rver leaves out or gives otherwise than S3. */
const headerDeviations: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "S3 gives back a named origin; s3rver always answers *.",
  "Access-Control-Allow-Credentials":
    "S3 sends it for a named origin only; s3rver never on a preflight, and always on a response.",
  "Access-Control-Max-Age": "S3 sends it with the preflight; s3rver with the response.",
  "Access-Control-Expose-Headers": "S3 sends it with the preflight too; s3rver with the response.",
  Vary: "S3 names the request's method and headers too, as s3rver does; only Origin matters here.",
};

test("a preflight's headers are the evaluator's, but for those that s3rver gives otherwise", async () => {
  const xml = documents["two origins"] ?? "";
  await server.putCors(xml);
  const said = answer(corsIn(xml, "xml"), {
    origin: "https://wandb.ai",
    method: "PUT",
    headers: ["content-type"],
  }).responseHeaders;
  const response = await fetch(`${server.bucketUrl}/object`, {
    method: "OPTIONS",
    headers: {
      origin: "https://wandb.ai",
      "access-control-request-method": "PUT",
      "access-control-request-headers": "content-type",
    },
  });
  for (const [name, value] of Object.entries(said)) {
    if (name in headerDeviations) expect(response.headers.get(name)).not.toBe(value);
    else expect(response.headers.get(name)).toBe(value);
  }
});

test("at least sixty pairs of a document and a request are compared", () => {
  const served = Object.values(documents).filter(
    (xml) => refusalOf(corsIn(xml, "xml")) === undefined,
  );
  expect(served.length * requests.length).toBeGreaterThanOrEqual(60);
});
