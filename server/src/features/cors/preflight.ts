import { corsDialects } from "../../catalog/cors/dialects.js";
import { type Cors } from "../../model/cors/cors.js";
import { preflight, type CorsAnswer, type CorsVerdict } from "../../model/cors/preflight.js";
import { formatList } from "../../text/list.js";
import {
  formatMessage,
  message,
  type Message,
  type Translate,
  untranslated,
} from "../../text/message.js";
import { type Span } from "../../text/span.js";

/** A line above a CORS configuration that tells what becomes of W&B's requests. */
export interface PreflightLens {
  readonly span: Span;
  readonly origin: string;
  readonly title: Message;
}

/** One line for each origin of the W&B front end. */
export function preflightLenses(cors: Cors, origins: readonly string[]): readonly PreflightLens[] {
  return origins.map((origin) => ({
    span: cors.head,
    origin,
    title: message("Preflight from {origin}: {marks}", {
      origin,
      marks: preflight(cors, origin).requests.map(mark).join(" "),
    }),
  }));
}

function mark(request: CorsAnswer): string {
  const { method, allowed, readsEtag, uncertain } = request;
  const sign = uncertain ? "?" : allowed ? "✓" : "✗";
  return method === "PUT" && allowed && !readsEtag
    ? formatMessage(message("{method} ✓ (ETag not readable)", { method }))
    : `${method} ${sign}`;
}

/** The page behind the line: requests, responses, the rules that decide, and why, as Markdown. */
export function preflightPage(
  cors: Cors,
  origin: string,
  translate: Translate = untranslated,
): string {
  const say = (text: Message): string => formatMessage(text, translate);
  const verdict = preflight(cors, origin);
  const { tool } = corsDialects[cors.dialect];
  return [
    say(message("# Preflight from {origin}", { origin })),
    say(summaryOf(verdict)),
    say(message("The rules are read by: {tool}", { tool })),
    ...verdict.requests.map((request) => section(cors, origin, request, say)),
  ].join("\n\n");
}

function summaryOf({ allowed, requests }: CorsVerdict): Message {
  if (requests.some(({ uncertain }) => uncertain)) {
    return message(
      "These results are uncertain because they depend on a value that is not known yet.",
    );
  }
  if (allowed) return message("The browser allows all of W&B's requests.");
  const failing = requests.filter((request) => !request.allowed).map(({ method }) => method);
  return failing.length === 0
    ? message(
        "The browser allows the requests, but the page cannot read ETag, so it cannot finish a multipart upload.",
      )
    : message("The browser blocks {methods}.", { methods: formatList(failing) });
}

function section(
  cors: Cors,
  origin: string,
  request: CorsAnswer,
  say: (text: Message) => string,
): string {
  const { method, allowed, preflighted, responseHeaders, reasons, rule } = request;
  const asked = method === "PUT" ? "\nAccess-Control-Request-Headers: content-type" : "";
  const sent = preflighted
    ? `OPTIONS /object HTTP/1.1\nOrigin: ${origin}\nAccess-Control-Request-Method: ${method}${asked}`
    : `${method} /object HTTP/1.1\nOrigin: ${origin}`;
  const returned = Object.entries(responseHeaders).map(([name, value]) => `${name}: ${value}`);
  const status = allowed
    ? "HTTP/1.1 200 OK"
    : preflighted
      ? "HTTP/1.1 403 Forbidden"
      : "HTTP/1.1 200 OK";
  return [
    `## ${method} ${allowed ? "✓" : "✗"}`,
    reasons.map((reason) => `- ${say(reason)}`).join("\n"),
    say(message("The browser sends:")),
    `\`\`\`http\n${sent}\n\`\`\``,
    say(message("The storage service responds:")),
    `\`\`\`http\n${[status, ...returned].join("\n")}\n\`\`\``,
    ...(rule === null ? [] : [ruleText(cors, rule, say)]),
  ].join("\n\n");
}

/** The rule that decides, field by field. */
function ruleText(cors: Cors, index: number, say: (text: Message) => string): string {
  const rule = cors.rules[index];
  if (rule === undefined) return "";
  const { origins, methods, allowedHeaders, exposedHeaders } = rule;
  const fields = [origins, methods, allowedHeaders, exposedHeaders];
  const shown = [...new Set(fields.filter((field) => field !== undefined))].map(
    ({ member, items }) =>
      `- \`${member.key.value}\`: ${items.map(({ value }) => `\`${value}\``).join(", ") || "–"}`,
  );
  const title = say(message("Rule {number} applies:", { number: String(index + 1) }));
  return `${title}\n\n${shown.join("\n")}`;
}

/** A verdict as the command line prints it in JSON. */
export function preflightJson(
  { allowed, requests }: CorsVerdict,
  translate: Translate = untranslated,
): {
  readonly allowed: boolean;
  readonly requests: readonly {
    readonly method: string;
    readonly allowed: boolean;
    readonly rule: number | null;
    readonly responseHeaders: Readonly<Record<string, string>>;
    readonly reasons: readonly string[];
  }[];
} {
  return {
    allowed,
    requests: requests.map((request) => ({
      method: request.method,
      allowed: request.allowed,
      rule: request.rule,
      responseHeaders: request.responseHeaders,
      reasons: request.reasons.map((reason) => formatMessage(reason, translate)),
    })),
  };
}

/** A verdict as the command line prints it for people. */
export function preflightText(
  origin: string,
  { requests }: CorsVerdict,
  translate: Translate = untranslated,
): string {
  const lines = requests.flatMap((request) => [
    `${mark(request)}  ${origin}`,
    ...request.reasons.map((reason) => `  ${formatMessage(reason, translate)}`),
    ...Object.entries(request.responseHeaders).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return `${lines.join("\n")}\n`;
}
