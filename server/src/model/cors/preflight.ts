import { safelistedMethods, wandbExposedHeader, wandbMethods } from "../../catalog/cors/facts.js";
import { message, type Message } from "../../text/message.js";
import { allowsHeader, allowsMethod, allowsOrigin, exposesHeader, originItem } from "./match.js";
import { refusalOf } from "./refusal.js";
import { type Cors } from "./cors.js";
import { type CorsRule } from "./rule.js";

/** A request that a page wants to make. */
export interface CorsRequest {
  readonly origin: string;
  readonly method: string;
  /** Names of the request headers that are not safe for every page. */
  readonly headers: readonly string[];
}

/** What becomes of a request. */
export interface CorsAnswer {
  readonly method: string;
  /** Whether the browser carries the request out and gives the page its response. */
  readonly allowed: boolean;
  /** The index of the rule that answers the preflight, or the request where none is needed. */
  readonly rule: number | null;
  /** The access-control headers that come back. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly reasons: readonly Message[];
  /** Whether the browser asks first. */
  readonly preflighted: boolean;
  /** Whether the page can read the ETag of the response. */
  readonly readsEtag: boolean;
  /** Whether the answer depends on something that is filled in later. */
  readonly uncertain: boolean;
}

/** What becomes of several requests of one page. */
export interface CorsVerdict {
  /** Whether every request passes, and an upload's ETag can be read. */
  readonly allowed: boolean;
  readonly requests: readonly CorsAnswer[];
}

/** What becomes of W&B's requests from an origin; of others, where methods or headers are given. */
export function preflight(
  cors: Cors,
  origin: string,
  {
    methods = wandbMethods.value,
    headers,
  }: { readonly methods?: readonly string[]; readonly headers?: readonly string[] } = {},
): CorsVerdict {
  const requests = methods.map((method) =>
    answer(cors, { origin, method, headers: headers ?? headersOf(method) }),
  );
  return {
    allowed: requests.every(({ allowed, method, readsEtag }) =>
      method === "PUT" ? allowed && readsEtag : allowed,
    ),
    requests,
  };
}

/** An upload names its content's type; reading needs nothing. */
function headersOf(method: string): readonly string[] {
  return method === "PUT" || method === "POST" ? ["content-type"] : [];
}

/**
 * Answers one request as the storage's documentation says, and decides as the Fetch standard tells a
 * browser to.
 */
export function answer(cors: Cors, request: CorsRequest): CorsAnswer {
  const { method, headers } = request;
  const preflighted = !isSafelisted(method) || headers.length > 0;
  const refused = (reasons: readonly Message[], rule: CorsRule | undefined): CorsAnswer => ({
    method,
    allowed: false,
    rule: rule?.index ?? null,
    responseHeaders: {},
    reasons,
    preflighted,
    readsEtag: false,
    uncertain: false,
  });
  const refusal = refusalOf(cors);
  if (refusal !== undefined) return refused([refusal], undefined);
  const reasons: Message[] = [];
  let uncertain = cors.partial;
  let deciding: CorsRule | undefined;
  for (const rule of cors.rules) {
    const match = matchRule(cors, rule, request, reasons);
    if (match === "next") continue;
    if (match === "stop") return refused(reasons, rule);
    uncertain ||= match === "maybe";
    deciding = rule;
    break;
  }
  if (deciding === undefined) {
    const data = { origin: request.origin };
    if (reasons.length === 0) {
      reasons.push(
        cors.rules.length === 0
          ? message("The configuration has no rules.")
          : message('No rule allows the origin "{origin}".', data),
      );
    }
    return uncertain ? { ...refused(reasons, undefined), uncertain } : refused(reasons, undefined);
  }
  // A response is matched without its request's headers, so an earlier rule may answer it.
  const responding = cors.rules.find((rule) => matchesRequest(cors, rule, request)) ?? deciding;
  const number = String(deciding.index + 1);
  const passed = [message("Rule {number} is the first rule that matches.", { number })];
  if (!preflighted) {
    passed.push(message("The browser sends {method} without a preflight.", { method }));
  }
  const etag = exposesHeader(responding, wandbExposedHeader.value, cors.storage);
  uncertain ||= etag === "maybe";
  if (etag === "no" && method === "PUT") passed.push(hiddenEtag(deciding, responding));
  if (uncertain) {
    passed.push(
      message("This result is uncertain because it depends on a value that is not known yet."),
    );
  }
  return {
    method,
    allowed: true,
    rule: deciding.index,
    responseHeaders: headersFor(cors, deciding, responding, request, preflighted),
    reasons: passed,
    preflighted,
    readsEtag: etag !== "no",
    uncertain,
  };
}

function hiddenEtag(deciding: CorsRule, responding: CorsRule): Message {
  return deciding === responding
    ? message("The page cannot read ETag because the rule does not expose it.")
    : message(
        "The page cannot read ETag because rule {number} applies to the upload request itself and does not expose it.",
        {
          number: String(responding.index + 1),
        },
      );
}

/**
 * Whether a rule answers a request. S3 goes on to the next rule when a header is not allowed; in Azure
 * and Cloud Storage origin and method select the rule, and its headers decide.
 */
function matchRule(
  { storage }: Cors,
  rule: CorsRule,
  { origin, method, headers }: CorsRequest,
  reasons: Message[],
): "yes" | "maybe" | "next" | "stop" {
  const number = String(rule.index + 1);
  const byOrigin = allowsOrigin(rule, origin, storage);
  if (byOrigin === "no") return "next";
  const byMethod = allowsMethod(rule, method, storage);
  if (byMethod === "no") {
    reasons.push(
      message('Rule {number} allows the origin "{origin}" but not {method}.', {
        number,
        origin,
        method,
      }),
    );
    return "next";
  }
  let maybe = byOrigin === "maybe" || byMethod === "maybe";
  for (const header of headers) {
    const truth = allowsHeader(rule, header, storage);
    if (truth === "no") {
      reasons.push(
        message('Rule {number} allows {method} from "{origin}" but not the header "{header}".', {
          number,
          method,
          origin,
          header,
        }),
      );
      return storage === "s3" || maybe ? "next" : "stop";
    }
    maybe ||= truth === "maybe";
  }
  return maybe ? "maybe" : "yes";
}

/** Whether a rule answers, or may answer, a request by its origin and method. */
function matchesRequest({ storage }: Cors, rule: CorsRule, request: CorsRequest): boolean {
  return (
    allowsOrigin(rule, request.origin, storage) !== "no" &&
    allowsMethod(rule, request.method, storage) !== "no"
  );
}

function isSafelisted(method: string): boolean {
  return safelistedMethods.value.some((safe) => safe === method);
}

function headersFor(
  { storage }: Cors,
  deciding: CorsRule,
  responding: CorsRule,
  { origin, headers }: CorsRequest,
  preflighted: boolean,
): Readonly<Record<string, string>> {
  const item = originItem(deciding, origin, storage);
  const isEveryOrigin = item?.value === "*";
  const found: Record<string, string> = {
    "Access-Control-Allow-Origin": isEveryOrigin ? "*" : origin,
  };
  if (!isEveryOrigin) {
    found["Vary"] = "Origin";
    if (storage === "s3") found["Access-Control-Allow-Credentials"] = "true";
  }
  if (preflighted) {
    found["Access-Control-Allow-Methods"] = textsOf(deciding.methods);
    if (headers.length > 0) found["Access-Control-Allow-Headers"] = headers.join(", ");
    const seconds = deciding.maxAge?.misspelled === true ? undefined : deciding.maxAge?.seconds;
    if (seconds !== undefined) found["Access-Control-Max-Age"] = String(seconds);
  }
  const { exposedHeaders } = responding;
  if (
    exposedHeaders !== undefined &&
    !exposedHeaders.misspelled &&
    exposedHeaders.items.length > 0
  ) {
    found["Access-Control-Expose-Headers"] = textsOf(exposedHeaders);
  }
  return found;
}

function textsOf(field: CorsRule["methods"]): string {
  return (field?.items ?? []).map(({ value }) => value).join(", ");
}
