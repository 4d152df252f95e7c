/** What about a written origin differs from what a browser sends. */
export type OriginFlaw =
  "blank" | "scheme" | "path" | "trailing-slash" | "upper-case" | "default-port" | "credentials";

export interface OriginReading {
  readonly flaw: OriginFlaw | undefined;
  /** The same origin as a browser sends it; absent where it cannot be told. */
  readonly sent: string | undefined;
}

const defaultPorts: Readonly<Record<string, string>> = { "https:": ":443", "http:": ":80" };

/**
 * Compares a written origin with the form in which browsers send one: scheme, host in lower case and
 * a port that is not the scheme's own; no path, no slash behind.
 */
export function readOrigin(written: string): OriginReading {
  const text = written.trim();
  if (text === "" || text === "*" || text === "null") {
    return { flaw: text === written && text !== "" ? undefined : "blank", sent: text || undefined };
  }
  const separator = text.indexOf("://");
  if (separator < 0) return withoutScheme(written, text);
  const scheme = text.slice(0, separator).toLowerCase();
  const rest = text.slice(separator + 3);
  const pathStart = rest.search(/[/?#]/);
  const path = pathStart < 0 ? "" : rest.slice(pathStart);
  const authority = pathStart < 0 ? rest : rest.slice(0, pathStart);
  const at = authority.lastIndexOf("@");
  const host = authority.slice(at + 1).toLowerCase();
  if (host === "") return { flaw: "scheme", sent: undefined };
  const port = defaultPorts[`${scheme}:`] ?? "";
  const hasDefaultPort = port !== "" && host.endsWith(port);
  const sent = `${scheme}://${hasDefaultPort ? host.slice(0, -port.length) : host}`;
  const flaw: OriginFlaw | undefined =
    text !== written
      ? "blank"
      : at >= 0
        ? "credentials"
        : path === "/"
          ? "trailing-slash"
          : path !== ""
            ? "path"
            : hasDefaultPort
              ? "default-port"
              : sent !== text
                ? "upper-case"
                : undefined;
  return { flaw, sent };
}

/** A host alone. A wildcard in front stands for the scheme too, as S3 matches it. */
function withoutScheme(written: string, text: string): OriginReading {
  if (text.startsWith("*") || text.startsWith("http*")) {
    return { flaw: written === text ? undefined : "blank", sent: text };
  }
  const slash = text.indexOf("/");
  const host = (slash < 0 ? text : text.slice(0, slash)).toLowerCase();
  const looksLikeHost = /^[a-z0-9*_-]+(?:\.[a-z0-9*_-]+)*(?::\d+)?$/.test(host);
  if (!looksLikeHost) return { flaw: "scheme", sent: undefined };
  const isLocal = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host);
  const port = isLocal ? "" : (/:443$/.exec(host)?.[0] ?? "");
  const bare = port === "" ? host : host.slice(0, -port.length);
  return { flaw: "scheme", sent: `${isLocal ? "http" : "https"}://${bare}` };
}
