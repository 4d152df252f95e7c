const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const valueOf = new Map(Array.from(digits, (digit, value) => [digit, value]));

/** The text that base64 stands for; absent where it is no base64, or not of a text. */
export function decodeBase64(encoded: string): string | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of encoded) {
    if (character === "=" || /\s/.test(character)) continue;
    const value = valueOf.get(character);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  // Six bits that are left over are no byte: the text is cut off or is something else.
  if (bits === 6) return undefined;
  const text = new TextDecoder().decode(new Uint8Array(bytes));
  return text.includes("\uFFFD") ? undefined : text;
}

export function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let encoded = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const triple = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    encoded += digits.charAt(triple >> 18) + digits.charAt((triple >> 12) & 63);
    encoded += second === undefined ? "=" : digits.charAt((triple >> 6) & 63);
    encoded += third === undefined ? "=" : digits.charAt(triple & 63);
  }
  return encoded;
}
