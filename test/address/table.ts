import { addressRules } from "../../server/src/rules/check.js";
import { type Finding } from "../../server/src/rules/rule.js";
import { readAddress, type Address } from "../../server/src/model/address/address.js";
import { defaultProfile } from "../../server/src/model/profile.js";
import { plainText } from "../../server/src/text/source-text.js";
import { applyEdits, overlap, type Edit } from "../../server/src/text/span.js";

/** Reads a text that is an address and nothing else. */
export function addressOf(text: string): Address {
  return readAddress(plainText(text), {
    name: undefined,
    nameSpan: undefined,
    valueSpan: { start: 0, end: text.length },
    host: "plain",
    isLiteral: false,
    isSecret: false,
    hasRegion: false,
    known: false,
    quote: "other",
  });
}

export function findingsOf(text: string): readonly Finding[] {
  const address = addressOf(text);
  return addressRules[address.kind][address.context.host]
    .flatMap((rule) => [...rule.check(address, defaultProfile)])
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The text after every finding's first fix, as far as they can be applied together. */
export function fixed(text: string, safety: readonly string[] = ["safe", "review"]): string {
  const edits: Edit[] = [];
  for (const { fixes } of findingsOf(text)) {
    const fix = fixes.find((each) => safety.includes(each.safety));
    if (fix === undefined || fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) {
      continue;
    }
    edits.push(...fix.edits);
  }
  return applyEdits(text, edits);
}

/** The address's parts, findings and fixed text, a line each, as the table has them. */
export function draw(text: string): readonly string[] {
  const address = addressOf(text);
  const { server } = address;
  const parts = [
    address.kind,
    ...named("user", address.user?.text),
    ...(address.password === undefined ? [] : [`secret of ${address.password.text.length}`]),
    ...named("host", address.endpoint === undefined ? undefined : address.host.text),
    ...named("port", address.port?.text),
    ...named("account", address.account?.text),
    ...named("container", address.container?.text),
    ...named("bucket", address.bucket?.text),
    ...named("path", address.prefix.text === "" ? undefined : address.prefix.text),
    ...address.parameters
      .filter(({ name }) => name.text !== "")
      .map(({ name, value }) => `${name.text}${value === undefined ? "" : `=${value.text}`}`),
  ];
  const verdict = server.accepted
    ? differs(address)
      ? [`Go: host ${server.url.host}, path ${server.url.path}`]
      : []
    : [`Go: refused, ${server.problem.code}`];
  const findings = findingsOf(text).map(({ severity, rule }) => `${severity} ${rule}`);
  const after = fixed(text);
  return [
    parts.join(" · "),
    ...verdict,
    ...findings,
    ...(after === text ? [] : [`-> ${after}`]),
  ];
}

function named(name: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`${name} ${text === "" ? "(empty)" : text}`];
}

/** Whether Go takes something else for the host than the writer meant. */
function differs({ server, host }: Address): boolean {
  if (!server.accepted || host.partial) return false;
  return server.url.host !== host.text.replace(/^\[(.*)\]$/, "$1");
}
