import ipaddr from "ipaddr.js";

/** A range of IP addresses as a condition writes it; a lone address is a range of one. */
export interface IpRange {
  readonly kind: "ipv4" | "ipv6";
  readonly bytes: readonly number[];
  readonly bits: number;
  /** Whether a number of bits was written. */
  readonly written: boolean;
}

/** Reads an address or a CIDR block; nothing for any other text. */
export function readIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf("/");
  const address = slash < 0 ? text : text.slice(0, slash);
  const kind = kindOf(address);
  if (kind === undefined) return undefined;
  const bytes = ipaddr.parse(address).toByteArray();
  const most = bytes.length * 8;
  if (slash < 0) return { kind, bytes, bits: most, written: false };
  const suffix = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(suffix) || Number(suffix) > most) return undefined;
  return { kind, bytes, bits: Number(suffix), written: true };
}

/** Whether every address of the one range lies in the other. */
export function isWithinRange(inner: IpRange, outer: IpRange): boolean {
  return (
    inner.kind === outer.kind &&
    inner.bits >= outer.bits &&
    sameBits(inner.bytes, outer.bytes, outer.bits)
  );
}

/** The same range with the bits behind its mask cleared, where some are set. */
export function maskedRange(range: IpRange): string | undefined {
  const masked = range.bytes.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, range.bits - index * 8));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  if (masked.every((byte, index) => byte === range.bytes[index])) return undefined;
  return `${ipaddr.fromByteArray(masked).toString()}/${range.bits}`;
}

function kindOf(address: string): IpRange["kind"] | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return "ipv4";
  return address.includes(":") && !address.includes("%") && ipaddr.IPv6.isValid(address)
    ? "ipv6"
    : undefined;
}

function sameBits(a: readonly number[], b: readonly number[], bits: number): boolean {
  return a.every((byte, index) => {
    const compared = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - compared)) & 0xff;
    return (byte & mask) === ((b[index] ?? 0) & mask);
  });
}
