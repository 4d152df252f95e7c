import { type Message } from "../../text/message.js";
import { type Address, type Component } from "./address.js";

/** A part of a secret that is this long gives too much of it away. */
const telling = 6;

/**
 * The secrets of an address, as they are written and as they are meant. Where one holds a slash or an
 * at sign that nobody encoded, the server reads its parts as a host or a path; they are secret all the same.
 */
export function secretsIn(address: Address): readonly string[] {
  const { text, placeholders } = address;
  const found = secretComponents(address).flatMap((secret) => [secret.text, secret.value]);
  const [, credentials] = /^[^:/]*:\/*(.*)@/s.exec(text.value) ?? [];
  if (credentials !== undefined && placeholders.length === 0) {
    const colon = credentials.indexOf(":");
    found.push(...credentials.slice(colon + 1).split(/[@:/?&=#\s]/));
  }
  // A word that anyone could have chosen, such as a default of MinIO's, is told.
  return [...new Set(found)].filter(
    (secret) => secret.length >= telling && !/^[a-z]{1,16}$/.test(secret),
  );
}

/** Where an address has its secret, unless all of it is filled in later. */
export function secretComponents(address: Address): readonly Component[] {
  const { user, password, provider, tokens } = address;
  const secrets = [password];
  // In an Azure address, and wherever no secret follows, the user may be the key in a wrong place.
  if (provider === "az" || password === undefined || password.text === "") secrets.push(user);
  return secrets.filter((secret): secret is Component => {
    if (secret === undefined || secret.text === "") return false;
    const isFilledIn = tokens.masked.slice(secret.start, secret.end).replaceAll("0", "") === "";
    return !(secret.partial && isFilledIn);
  });
}

/** A text with dots for each part of a secret in it. */
export function redact(text: string, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets) {
    if (!sharesPart(shown, secret)) continue;
    const hidden = new Set<number>();
    for (let at = 0; at + telling <= secret.length; at += 1) {
      const part = secret.slice(at, at + telling);
      for (let from = shown.indexOf(part); from >= 0; from = shown.indexOf(part, from + 1)) {
        for (let offset = 0; offset < telling; offset += 1) hidden.add(from + offset);
      }
    }
    for (const word of shown.matchAll(/(?<![\w-])[a-z]{1,16}(?![\w-])/g)) {
      // "secret" in a label gives nothing away of "my-secret-4711", but a word in a longer stretch of it does.
      if (hidden.has(word.index - 1) || hidden.has(word.index + word[0].length)) continue;
      for (let offset = 0; offset < word[0].length; offset += 1) hidden.delete(word.index + offset);
    }
    shown = Array.from({ length: shown.length }, (_, offset) =>
      hidden.has(offset) ? (hidden.has(offset - 1) ? "" : dots) : shown.charAt(offset),
    ).join("");
  }
  return shown;
}

export function redactMessage({ template, data }: Message, secrets: readonly string[]): Message {
  const shown = Object.entries(data).map(([name, text]) => [name, redact(text, secrets)] as const);
  return { template, data: Object.fromEntries(shown) };
}

/** Whether a text has a telling part of a secret, or all of a shorter one. */
export function sharesPart(text: string, secret: string): boolean {
  if (secret.length <= telling) return text.includes(secret);
  for (let at = 0; at + telling <= secret.length; at += 1) {
    if (text.includes(secret.slice(at, at + telling))) return true;
  }
  return false;
}

const dots = "••••";
