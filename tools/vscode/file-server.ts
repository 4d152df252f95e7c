import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A folder that a browser can read over HTTP, as it reads web extensions from a gallery. */
export interface FileServer {
  readonly url: URL;
  readonly stop: () => void;
}

export async function serveFiles(folder: string): Promise<FileServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    // Normalized as an absolute path, it cannot lead out of the folder.
    const path = join(folder, normalize(decodeURIComponent(pathname.replace(mount, "/"))));
    readFile(path).then(
      (content) => {
        response.writeHead(200, { ...anyOrigin, "content-type": contentType(path) });
        response.end(content);
      },
      () => {
        response.writeHead(404, anyOrigin);
        response.end();
      },
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    // The one name from which an extension host's worker takes scripts without encryption.
    url: new URL(`http://localhost:${String(port)}${mount}`),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** VS Code takes no extension from the very root of a site. */
const mount = "/extension/";

const anyOrigin = { "access-control-allow-origin": "*" };

const contentTypes: Readonly<Record<string, string>> = {
  ".cjs": "text/javascript",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

function contentType(path: string): string {
  return contentTypes[extname(path)] ?? "application/octet-stream";
}
