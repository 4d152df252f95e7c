import { type DocumentLink } from "vscode-languageserver-types";
import {
  actionPage,
  bucketConsole,
  conditionKeyPage,
  type ReferencePage,
} from "../catalog/reference-pages.js";
import { partitionOf } from "../catalog/regions.js";
import { type BYOBDocument } from "../documents/document.js";
import { type AnyPart } from "../documents/part.js";
import { type Address } from "../model/address/address.js";
import { type Policy, type Strings } from "../model/policy/policy.js";
import { type StringValue } from "../syntax/value.js";
import { locate } from "../text/source-text.js";
import { type Located, type Span } from "../text/span.js";
import { toRange } from "./lsp.js";

/** The pages that describe a policy's actions and condition keys, and the consoles of buckets. */
export function documentLinks({ source, parts }: BYOBDocument): DocumentLink[] {
  return parts.flatMap(linksOf).map(({ span, value: { title, url } }) => ({
    range: toRange(source, span),
    target: url,
    tooltip: title,
  }));
}

function linksOf(part: AnyPart): readonly Located<ReferencePage>[] {
  switch (part.kind) {
    case "policy":
    case "key-policy":
      return policyLinks(part.model);
    case "address":
      return addressLinks(part.model);
    case "cors":
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
    case "environment":
      return [];
  }
}

function policyLinks({ statements }: Policy): readonly Located<ReferencePage>[] {
  return statements.flatMap(({ action, notAction, conditions }) => [
    ...actionLinks(action),
    ...actionLinks(notAction),
    ...conditions.flatMap(({ key, keyMember }) => {
      const value = conditionKeyPage(key);
      return value === undefined ? [] : [{ span: contentOf(keyMember.key), value }];
    }),
  ]);
}

function actionLinks(strings: Strings | undefined): readonly Located<ReferencePage>[] {
  return (strings?.items ?? []).flatMap(({ value: text, node }) => {
    const colon = text?.indexOf(":") ?? -1;
    if (text === undefined || colon < 0 || node.kind !== "string") return [];
    const value = actionPage(text.slice(0, colon), text.slice(colon + 1));
    return value === undefined ? [] : [{ span: contentOf(node), value }];
  });
}

/** What stands between the quotes. */
function contentOf({ content }: StringValue): Span {
  return locate(content, 0, content.value.length);
}

/** A bucket's name is enough to find it at AWS and Google; elsewhere it takes an account or a project. */
function addressLinks(address: Address): readonly Located<ReferencePage>[] {
  const { kind, bucket } = address;
  if (bucket === undefined || bucket.partial || bucket.value === "") return [];
  const isAws = kind === "s3-aws" || kind === "s3-ambient";
  if (isAws ? !isCommercial(address) : kind !== "gs") return [];
  return [{ span: bucket.span, value: bucketConsole(isAws ? "aws" : "google", bucket.value) }];
}

/** The other partitions of AWS have consoles of their own. */
function isCommercial({ endpoint, parameters }: Address): boolean {
  const named = parameters.find(({ name }) => name.value === "region")?.value?.value;
  const regions = [endpoint?.region?.text, named].filter((region) => region !== undefined);
  return regions.every((region) => partitionOf(region)?.id === "aws");
}
