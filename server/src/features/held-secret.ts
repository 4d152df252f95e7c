import { type BYOBDocument } from "../documents/document.js";
import { secretsIn, sharesPart } from "../model/address/secrets.js";
import { settingSecrets } from "../model/installation/secrets.js";
import { spansOfSecrets } from "./secret-spans.js";

/** The secrets that stand in a document, as they are written and as they are meant. */
export function secretsOf({ source, parts }: BYOBDocument): readonly string[] {
  const text = source.getText();
  return parts.flatMap((part) => {
    const written = spansOfSecrets(part).map(({ start, end }) => text.slice(start, end));
    const meant =
      part.kind === "address"
        ? secretsIn(part.model)
        : part.kind === "environment"
          ? settingSecrets(part.model)
          : [];
    return [...written, ...meant].filter((each) => each !== "");
  });
}

/** Whether texts hold a part of a secret, be it plain or encoded, so that they must not be printed. */
export function holdsSecret(texts: readonly string[], secrets: readonly string[]): boolean {
  if (secrets.length === 0) return false;
  return texts.some((text) => {
    const readings = readingsOf(text);
    return secrets.some((secret) => readings.some((reading) => sharesPart(reading, secret)));
  });
}

/** What a text may stand for: itself, and what each of the usual encodings makes of it. */
function readingsOf(text: string): readonly string[] {
  const plain = [text, decodePercent(text), decodePercent(decodePercent(text)), unescape(text)];
  const encoded = text.match(/[\w+/=-]{16,}/g) ?? [];
  return [...plain, ...encoded.flatMap(decodeBase64)];
}

function decodePercent(text: string): string {
  return text.replaceAll(/%(?<code>[0-9a-f]{2})/gi, (_all, code: string) => fromHex(code));
}

/** `\x41`, `\u0041` and `\101`. */
function unescape(text: string): string {
  return text
    .replaceAll(/\\(?:x|u00)(?<code>[0-9a-f]{2})/gi, (_all, code: string) => fromHex(code))
    .replaceAll(/\\(?<code>[0-3][0-7]{2})/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    );
}

function fromHex(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

/** Base64 may begin at each of four places. */
function decodeBase64(text: string): readonly string[] {
  const known = text.replaceAll("-", "+").replaceAll("_", "/").replaceAll("=", "");
  return [0, 1, 2, 3].map((start) => {
    const whole = known.slice(start);
    return atob(whole.slice(0, whole.length - (whole.length % 4)));
  });
}
