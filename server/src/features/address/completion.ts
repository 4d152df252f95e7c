import { addressParameters, type AddressParameter } from "../../catalog/address/parameters.js";
import {
  coreweaveEndpoint,
  providers,
  schemes,
  type Scheme,
} from "../../catalog/address/providers.js";
import { partitionOf, regions } from "../../catalog/regions.js";
import { parameterOf, type Address } from "../../model/address/address.js";
import { locate, offsetIn, type SourceText } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { type Candidate } from "../candidate.js";

/** What can be written at an offset of an address. */
export function addressCompletions(address: Address, offset: number): readonly Candidate[] {
  const at = offsetIn(address.text, offset);
  const { tokens, provider } = address;
  const { separator, whole } = tokens;
  const isMarked = address.text.value.slice(separator.start, separator.end).endsWith("//");
  if (!isMarked || at < separator.end) {
    return schemeCandidates(address, { start: whole.start, end: Math.max(separator.end, at) });
  }
  if (provider === undefined) return [];
  if (at === separator.end && whole.end === separator.end) {
    return [formCandidate(address, provider, at), ...hostCandidates(address, at)];
  }
  const parameter = tokens.parameters.find(
    ({ separator: mark, name, value }) => mark.end <= at && at <= (value ?? name).end,
  );
  if (parameter !== undefined) {
    const { name, value } = parameter;
    return value !== undefined && at >= value.start
      ? valueCandidates(address, address.text.value.slice(name.start, name.end), value)
      : nameCandidates(address, provider, name, value !== undefined);
  }
  const { host } = tokens;
  if (host.start <= at && at <= host.end) return hostCandidates(address, at);
  return [];
}

function schemeCandidates(address: Address, span: Span): readonly Candidate[] {
  return schemes.map((scheme) => ({
    label: `${scheme}://`,
    kind: "address",
    newText: address.text.encode(`${scheme}://`),
    span: documentSpan(address.text, span),
    detail: providers[scheme].title,
    documentation: `\`${providers[scheme].form}\``,
    filterText: `${scheme}://`,
  }));
}

/** All of the documented form behind the scheme, with its placeholders to be filled in one by one. */
function formCandidate(address: Address, scheme: Scheme, at: number): Candidate {
  const { form, title } = providers[scheme];
  const rest = form.slice(scheme.length + "://".length);
  let stop = 0;
  const snippet = rest.replace(/<(\w+)>/g, (_, name: string) => {
    stop += 1;
    return `\${${String(stop)}:${name}}`;
  });
  return {
    label: rest,
    kind: "address",
    newText: snippet,
    span: documentSpan(address.text, { start: at, end: at }),
    detail: title,
    filterText: rest,
    isSnippet: true,
  };
}

function hostCandidates(address: Address, at: number): readonly Candidate[] {
  const { provider, host, text } = address;
  const span = documentSpan(
    text,
    host.start <= at && at <= host.end ? host : { start: at, end: at },
  );
  const candidate = (name: string, detail: string): Candidate => ({
    label: name,
    kind: "value",
    newText: text.encode(name),
    span,
    detail,
    filterText: name,
  });
  if (provider === "cw") return [candidate(coreweaveEndpoint, providers.cw.title)];
  if (provider !== "s3") return [];
  const given = parameterOf(address, "region")?.value?.value;
  return inOrder(given).map((region) =>
    candidate(`s3.${region}.${partitionOf(region)?.dnsSuffix ?? ""}`, region),
  );
}

/** The parameters that an address may have and has not. */
function nameCandidates(
  address: Address,
  scheme: Scheme,
  span: Span,
  hasValue: boolean,
): readonly Candidate[] {
  return addressParameters
    .filter(({ schemes: known, name }) => {
      const given = parameterOf(address, name);
      return known.includes(scheme) && (given === undefined || given.name.start === span.start);
    })
    .map(({ name, description, type }) => {
      const newText = hasValue ? name : `${name}=${type === "boolean" ? "true" : ""}`;
      return {
        label: newText,
        kind: "key",
        newText: address.text.encode(newText),
        span: documentSpan(address.text, span),
        documentation: description,
        filterText: newText,
      };
    });
}

function valueCandidates(address: Address, name: string, span: Span): readonly Candidate[] {
  const parameter = addressParameters.find((known) => known.name === name);
  return valuesOf(address, parameter).map((value) => ({
    label: value,
    kind: "value",
    newText: address.text.encode(value),
    span: documentSpan(address.text, span),
    filterText: value,
  }));
}

function valuesOf(address: Address, parameter: AddressParameter | undefined): readonly string[] {
  if (parameter === undefined) return [];
  if (parameter.type === "boolean") return ["true", "false"];
  if (address.kind === "cw") return [];
  const named = address.endpoint?.region?.text;
  return address.kind === "s3-compatible" && named !== undefined ? [named] : inOrder(named);
}

/** All regions, the one that is named elsewhere first. */
function inOrder(first: string | undefined): readonly string[] {
  return first === undefined || !regions.includes(first)
    ? regions
    : [first, ...regions.filter((region) => region !== first)];
}

function documentSpan(text: SourceText, { start, end }: Span): Span {
  return locate(text, start, end);
}
