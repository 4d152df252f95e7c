import { createServer, type Server } from "node:http";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCors } from "../../../server/src/model/cors/convert.js";
import { type NeutralRule } from "../../../server/src/model/cors/neutral.js";
import { preflight } from "../../../server/src/model/cors/preflight.js";
import { launchBrowser } from "../../../tools/vscode/browser.js";
import { corsIn } from "../support.js";
import { startServer, type RealServer } from "./real-server.js";

/** What became of a page's upload. */
interface Outcome {
  readonly uploaded: boolean;
  readonly etag: boolean;
  readonly read: boolean;
}

let server: RealServer;
let pages: Server;
let browser: Browser;
let page: Page;
let origin = "";

beforeAll(async () => {
  server = await startServer();
  pages = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Uploads</title>");
  });
  await new Promise<void>((resolve) => {
    pages.listen(0, "127.0.0.1", resolve);
  });
  const address = pages.address();
  origin = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : "")}`;
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(origin);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  pages.close();
});

/** Uploads and reads from the page, as W&B's web app does. */
function upload(): Promise<Outcome> {
  return page.evaluate(
    async (url) => {
      const put = await fetch(url, {
        method: "PUT",
        // A type that is safe for every page, such as text/plain, would need no leave.
        headers: { "Content-Type": "application/octet-stream" },
        body: "content",
      }).catch(() => undefined);
      const get = await fetch(url).catch(() => undefined);
      return {
        uploaded: put?.ok === true,
        etag: typeof put?.headers.get("etag") === "string",
        read: get?.ok === true,
      };
    },
    `${server.bucketUrl}/object-${String(Math.random()).slice(2)}`,
  );
}

const published: NeutralRule = {
  id: undefined,
  origins: ["*"],
  methods: ["GET", "HEAD", "PUT"],
  allowedHeaders: ["*"],
  exposedHeaders: ["ETag"],
  maxAge: undefined,
};

const own = "<the page's origin>";
const cases: readonly (readonly [string, readonly Partial<NeutralRule>[]])[] = [
  ["W&B's published rule", [{}]],
  ["the page's origin", [{ origins: [own] }]],
  ["another origin", [{ origins: ["https://wandb.ai"] }]],
  ["the page's origin with a slash", [{ origins: [`${own}/`] }]],
  ["a pattern that covers the page", [{ origins: ["http://127.0.0.1:*"] }]],
  ["a pattern that does not", [{ origins: ["https://127.0.0.1:*"] }]],
  ["no PUT", [{ methods: ["GET", "HEAD"] }]],
  ["no GET", [{ methods: ["PUT"] }]],
  ["no allowed header", [{ allowedHeaders: [] }]],
  ["Content-Type allowed", [{ allowedHeaders: ["Content-Type"] }]],
  ["another header allowed", [{ allowedHeaders: ["x-amz-*"] }]],
  ["nothing exposed", [{ exposedHeaders: [] }]],
  ["another header exposed", [{ exposedHeaders: ["x-amz-request-id"] }]],
  ["ETag in lower case", [{ exposedHeaders: ["etag"] }]],
  ["ETag hidden by an earlier rule", [{ exposedHeaders: [] }, {}]],
  ["methods split over rules", [{ methods: ["GET", "HEAD"] }, { methods: ["PUT"] }]],
];

describe("a page in a real browser", () => {
  test.each(cases)("%s", async (_name, changes) => {
    const rules = changes.map((change) => ({
      ...published,
      ...change,
      origins: (change.origins ?? published.origins).map((text) => text.replace(own, origin)),
    }));
    const { text } = writeCors({ rules, interpolated: [], lost: [] }, "s3-xml");
    expect(await server.putCors(text)).toBeUndefined();
    const { requests } = preflight(corsIn(text, "xml"), origin, { methods: ["PUT", "GET"] });
    const [put, get] = requests;
    const outcome = await upload();
    expect({ uploaded: outcome.uploaded, etag: outcome.etag }).toEqual({
      uploaded: put?.allowed,
      etag: put?.readsEtag,
    });
    // Where the upload failed there is nothing to read.
    if (outcome.uploaded) expect(outcome.read).toBe(get?.allowed);
  });
});
