import { foreignSchemes, queueSchemes, schemes } from "../catalog/address/providers.js";

/** The schemes of W&B's addresses. */
const storageSchemes: ReadonlySet<string> = new Set(schemes);

/** Schemes that other programs give to the same stores, or that are put where an address belongs. */
const otherSchemes: ReadonlySet<string> = new Set([
  ...Object.keys(foreignSchemes),
  ...queueSchemes,
  ...["http", "https", "file"],
]);

export type SchemeKind = "storage" | "foreign";

/** Which kind of address a text begins as, whatever blanks and quotes were pasted with it. */
export function schemeKindOf(text: string): SchemeKind | undefined {
  const scheme = schemeOf(text);
  if (scheme === undefined) return undefined;
  if (storageSchemes.has(scheme)) return "storage";
  return otherSchemes.has(scheme) ? "foreign" : undefined;
}

/** The scheme before `://`, in lower case. */
export function schemeOf(text: string): string | undefined {
  const start = contentStart(text);
  // No known scheme is longer, and a key that was pasted here must not be taken for one.
  const mark = text.slice(start, start + 14).indexOf("://");
  return mark <= 0 ? undefined : text.slice(start, start + mark).toLowerCase();
}

/**
 * Whether a text can be nothing but an address with what the W&B server needs in it: keys before the
 * host, the server's own parameters, or its own scheme. A plain `s3://bucket/data.csv` can be anything's, and a
 * setting that is not W&B's may hold it, so it is none of ours.
 */
export function isTellingAddress(text: string): boolean {
  const start = contentStart(text);
  if (schemeKindOf(text) !== "storage" || /\s/.test(text.slice(start).trimEnd())) return false;
  if (schemeOf(text) === "cw") return true;
  const rest = text.slice(text.indexOf("://", start) + 3);
  const colon = rest.indexOf(":");
  const slash = rest.indexOf("/");
  const at = rest.indexOf("@");
  const hasKeys = colon >= 0 && at > colon && (slash < 0 || colon < slash);
  return hasKeys || /[?&](?:tls|forcePathStyle)=/.test(rest);
}

const blanksAndQuotes = " \t\r\n\u00a0\u3000\ufeff\"'`\u2018\u2019\u201c\u201d";

function contentStart(text: string): number {
  let start = 0;
  while (start < text.length && blanksAndQuotes.includes(text.charAt(start))) start += 1;
  return start;
}
