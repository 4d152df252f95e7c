import { sources } from "../../catalog/sources.js";
import { addressParameters } from "../../catalog/address/parameters.js";
import { providers } from "../../catalog/address/providers.js";
import { type Source } from "../../catalog/source.js";
import {
  type Address,
  type AddressKind,
  type Component,
  isMisread,
} from "../../model/address/address.js";
import {
  formatMessage,
  message,
  type Message,
  type Say,
  type Translate,
} from "../../text/message.js";
import { type Located } from "../../text/span.js";
import { cite } from "../markdown.js";

/** One part of an address as a hover tells of it. */
interface Row {
  readonly part: Component;
  readonly name: Message;
  /** Markdown; dots where the part is secret. */
  readonly value: string;
  readonly about: Message;
  readonly source?: Source;
}

/** An address taken apart as the server reads it, with the part under the cursor explained first. */
export function addressHover(
  address: Address,
  offset: number,
  translate: Translate = (same) => same,
): Located<string> | undefined {
  if (address.provider === undefined) return undefined;
  const say: Say = (text) => formatMessage(text, translate);
  const rows = rowsOf(address, say);
  const row = rows.find(({ part }) => part.span.start <= offset && offset <= part.span.end);
  const { span } = row?.part ?? address.whole;
  if (offset < span.start || span.end < offset) return undefined;
  const first =
    row === undefined
      ? `**${providers[address.provider].title}**`
      : `**${say(row.name)}** ${row.value}\n\n${say(row.about)}`;
  const source = row?.source ?? providers[address.provider].source;
  return {
    span,
    value: [first, tableOf(rows, row, say), verdictOf(address, say), cite(source)]
      .filter((text) => text !== "")
      .join("\n\n"),
  };
}

function tableOf(rows: readonly Row[], current: Row | undefined, say: Say): string {
  const head = `| ${say(message("Part"))} | ${say(message("As the server reads it"))} |\n|---|---|`;
  const lines = rows.map((row) => {
    const name = say(row.name);
    return `| ${row === current ? `**${name}**` : name} | ${row.value} |`;
  });
  return [head, ...lines].join("\n");
}

function rowsOf(address: Address, say: Say): readonly Row[] {
  const { provider, scheme, user, password, host, port, prefix, tokens } = address;
  if (provider === undefined) return [];
  const rows: Row[] = [];
  const add = (
    part: Component | undefined,
    name: Message,
    about: Message,
    source?: Source,
    value?: string,
  ): void => {
    if (part === undefined || part.text === "") return;
    const row = { part, name, about, value: value ?? code(part.value) };
    rows.push(source === undefined ? row : { ...row, source });
  };
  add(scheme, message("scheme"), kindTexts[address.kind], undefined, code(provider));
  // A lone user may be a key in the wrong place.
  const isShown = user?.partial === true || isIdentifier(address);
  const userName = provider === "gs" ? message("service account") : message("access key");
  const hiddenUser = user && !isShown ? hide(user, say) : undefined;
  add(user, userName, userTexts[provider], undefined, hiddenUser);
  const hidden = password && (password.partial ? code(password.text) : hide(password, say));
  add(password, message("secret"), secretTexts[provider], sources["go-url"], hidden);
  if (tokens.at === undefined && tokens.password !== undefined) return rows;
  addPlace(address, add);
  add(port, message("port"), message("The port of the endpoint: a number from 1 to 65535."));
  if (host.text !== "") {
    add(
      prefix.text === "/" ? undefined : prefix,
      message("path"),
      message("A prefix in the bucket. W&B stores everything under it."),
    );
  }
  for (const { name, value } of address.parameters) {
    const known = addressParameters.find((parameter) => parameter.name === name.value);
    if (name.text === "") continue;
    const about =
      known?.schemes.includes(provider) !== true
        ? message("The server does not read this parameter.")
        : { template: known.description, data: {} };
    const shown = value === undefined ? code("") : code(value.value);
    add(name, { template: "{name}", data: { name: name.text } }, about, known?.source, shown);
    if (value !== undefined) {
      const last = rows.at(-1);
      // The value is explained as its name is, and has no line of its own.
      if (last !== undefined) rows[rows.length - 1] = { ...last, part: joined(name, value) };
    }
  }
  return rows;
}

type Add = (part: Component | undefined, name: Message, about: Message, source?: Source) => void;

function addPlace({ endpoint, host, bucket, account, container, kind }: Address, add: Add): void {
  if (kind === "s3") {
    add(
      host,
      message("endpoint or bucket"),
      message("A name that the server can read as an endpoint or as a bucket."),
      sources["wandb-operator-migration"],
    );
  }
  if (endpoint !== undefined) {
    const about =
      endpoint.region === undefined
        ? message("The host that the server, browsers, and clients send requests to.")
        : message(
            "The host that the server, browsers, and clients send requests to, in {region}.",
            {
              region: endpoint.region.text,
            },
          );
    add(host, message("endpoint"), about, sources["wandb-byob"]);
  }
  add(
    bucket?.start === host.start && endpoint !== undefined ? undefined : bucket,
    message("bucket"),
    message("The place where W&B stores everything. It must already exist."),
    sources["wandb-byob"],
  );
  add(
    account,
    message("storage account"),
    message("The name of the account, from which the server builds the endpoint."),
    sources["azure-names"],
  );
  add(
    container,
    message("container"),
    message("The place where W&B stores everything. It must already exist."),
    sources["azure-containers"],
  );
}

const kindTexts: Readonly<Record<AddressKind, Message>> = {
  cw: message("CoreWeave AI Object Storage."),
  "s3-aws": message("Amazon S3, with the endpoint of the bucket's Region."),
  "s3-compatible": message("S3-compatible storage with its own endpoint."),
  "s3-ambient": message("Amazon S3, without an endpoint."),
  s3: message("Amazon S3 or S3-compatible storage, depending on the rest of the address."),
  gs: message("Google Cloud Storage."),
  az: message("Azure Blob Storage."),
  foreign: message("An address for another program."),
  unknown: message("Not a storage address."),
};

const userTexts = {
  cw: message("The ID of a CoreWeave access key."),
  s3: message("The ID of the access key that signs requests."),
  gs: message("The service account that signs requests; its `@` should be written as `%40`."),
  az: message("An Azure address has no text before the `:`."),
} as const;

const secretTexts = {
  cw: message("The secret half of the access key. `/ ? # %` must be percent-encoded."),
  s3: message("The secret half of the access key. `/ ? # %` must be percent-encoded."),
  gs: message("The private key in PEM format, percent-encoded. Line breaks are `%0A`."),
  az: message("The storage account key. `/` must be percent-encoded, but `+` and `=` need not be."),
} as const;

/** What Go says to the whole. Nothing of the address is told, because what it misreads is a secret. */
function verdictOf(address: Address, say: Say): string {
  if (!address.server.accepted) return say(message("The server rejects this address."));
  return isMisread(address)
    ? say(message("The server misreads this address: it reads the key as the host."))
    : "";
}

function isIdentifier({ user, password, provider, tokens }: Address): boolean {
  if (user === undefined || password === undefined || tokens.at === undefined) return false;
  if (provider === "az") return false;
  return provider === "gs" ? user.value.includes("@") : /^[\w.-]{1,40}$/.test(user.value);
}

function hide({ value }: Component, say: Say): string {
  const length = Array.from(value).length;
  return `•••• (${say(message("{length} characters", { length: String(length) }))})`;
}

function joined(name: Component, value: Component): Component {
  return { ...name, end: value.end, span: { start: name.span.start, end: value.span.end } };
}

/** A value as code in a Markdown table. */
function code(text: string): string {
  const plain = text.replace(/[\r\n]+/g, " ").replaceAll("|", "\\|");
  if (plain.trim() === "") return "–";
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${plain}\`` : `${fence} ${plain} ${fence}`;
}
