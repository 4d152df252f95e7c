/** How a file's text is written as bytes. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** A file's text, byte order mark included, and how it is encoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether each byte is in the text, so that the file can be written again. */
  readonly isFaithful: boolean;
}

/** Decodes a file: UTF-16 where a byte order mark says so, else UTF-8; nothing for what is no text. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && bytes.subarray(0, 8000).includes(0)) return undefined;
  try {
    const text = new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
    return { text, encoding, isFaithful: true };
  } catch {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    return { text, encoding, isFaithful: false };
  }
}

/** The bytes of a text, as they were. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
