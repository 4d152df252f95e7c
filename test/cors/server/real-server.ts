import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";

/** An S3 server of its own on loopback, with one bucket. */
export interface RealServer {
  readonly bucketUrl: string;
  /** Applies a configuration through the API; gives the error's code where it is refused. */
  readonly putCors: (xml: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

export async function startServer(): Promise<RealServer> {
  const directory = await mkdtemp(join(tmpdir(), "cors-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: "wandb-bucket" }],
  });
  const { port } = await server.run();
  const bucketUrl = `http://127.0.0.1:${String(port)}/wandb-bucket`;
  return {
    bucketUrl,
    putCors: async (xml) => {
      const response = await fetch(`${bucketUrl}?cors`, { method: "PUT", body: xml });
      const text = await response.text();
      return response.ok ? undefined : (/<Code>(?<code>\w+)</.exec(text)?.groups?.["code"] ?? "?");
    },
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
