import { parse } from "jsonc-parser";
import { partitionOf } from "../../catalog/regions.js";
import { bareContext, readAddress } from "../../model/address/address.js";
import { translateForeign } from "../../model/address/foreign.js";
import { escapeUserPassword } from "../../syntax/go-url.js";
import { message, type Message } from "../../text/message.js";
import { plainText } from "../../text/source-text.js";

/** What a foreign form is called by W&B. */
interface Conversion {
  /** Tells nothing of the text, which may hold a secret. */
  readonly title: Message;
  /** A storage address; `<name>` stands where the foreign form does not say it. */
  readonly text: string;
}

/**
 * Reads a text that names a bucket in another way: another program's address, a web address, an ARN,
 * a connection string, the JSON of a service account's key.
 */
export function convertToAddress(text: string): Conversion | undefined {
  const trimmed = text.trim();
  for (const [title, convert] of conversions) {
    const address = convert(trimmed);
    if (address !== undefined) return { title, text: address };
  }
  return undefined;
}

const conversions: readonly (readonly [
  title: Message,
  convert: (text: string) => string | undefined,
])[] = [
  [message("Convert the service account key to a storage address"), fromServiceAccount],
  [message("Convert the connection string to a storage address"), fromConnectionString],
  [message("Convert the ARN to a storage address"), fromArn],
  [message("Convert the console URL to a storage address"), fromConsole],
  [message("Convert the URL to a storage address"), fromForeign],
];

function fromForeign(text: string): string | undefined {
  if (/\s/.test(text)) return undefined;
  const valueSpan = { start: 0, end: text.length };
  const address = readAddress(plainText(text), { ...bareContext, valueSpan });
  const translation = translateForeign(address);
  if (translation === undefined) return undefined;
  const { replaced, text: newText } = translation;
  return text.slice(0, replaced.start) + newText + text.slice(replaced.end);
}

/** The parts of a key file that an address holds: who, and the private key. */
function fromServiceAccount(text: string): string | undefined {
  if (!text.startsWith("{") || text.length > 20_000) return undefined;
  // Whatever the parser makes of the text is looked at member by member.
  const key: unknown = parse(text);
  const email = stringOf(key, "client_email");
  const privateKey = stringOf(key, "private_key");
  if (email === undefined || privateKey === undefined) return undefined;
  return `gs://${escapeUserPassword(email)}:${escapeUserPassword(privateKey)}@<bucketName>`;
}

function stringOf(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === "string" ? found : undefined;
}

/** `DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net`. */
function fromConnectionString(text: string): string | undefined {
  const fields = new Map(
    text.split(";").map((field) => {
      const equals = field.indexOf("=");
      return [field.slice(0, Math.max(0, equals)).trim().toLowerCase(), field.slice(equals + 1)];
    }),
  );
  const account = fields.get("accountname");
  const key = fields.get("accountkey");
  if (account === undefined || key === undefined) return undefined;
  return `az://:${escapeUserPassword(key.trim())}@${account.trim()}/<containerName>`;
}

/** `arn:aws:s3:::bucket/prefix`, whatever the partition. */
function fromArn(text: string): string | undefined {
  const location = /^arn:[a-z-]+:s3:::(?<location>[^\s:*?]+)$/.exec(text)?.groups?.["location"];
  return location === undefined ? undefined : `s3://${location.replace(/\/+$/, "")}`;
}

function fromConsole(text: string): string | undefined {
  const google =
    /^https:\/\/console\.cloud\.google\.com\/storage\/browser\/(?:_details\/)?(?<location>[^?#;\s]+)/.exec(
      text,
    )?.groups?.["location"];
  if (google !== undefined) return `gs://${google.replace(/\/+$/, "")}`;
  const aws =
    /^https:\/\/(?:(?<host>[a-z0-9-]+)\.|s3\.)?console\.aws\.amazon\.com\/s3\/buckets\/(?<bucket>[^/?#\s]+)(?<rest>\S*)$/.exec(
      text,
    )?.groups;
  const bucket = aws?.["bucket"];
  if (bucket === undefined) return undefined;
  const host = aws?.["host"];
  const region =
    /[?&]region=(?<region>[a-z0-9-]+)/.exec(aws?.["rest"] ?? "")?.groups?.["region"] ??
    (host === "s3" ? undefined : host);
  return region === undefined || partitionOf(region) === undefined
    ? `s3://${bucket}`
    : `s3://s3.${region}.${partitionOf(region)?.dnsSuffix ?? ""}/${bucket}?region=${region}`;
}
