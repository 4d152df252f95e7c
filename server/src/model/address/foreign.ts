import { readEndpoint } from "../../catalog/address/endpoints.js";
import { coreweaveEndpoint, foreignSchemes, type Scheme } from "../../catalog/address/providers.js";
import { type Address, type Component } from "./address.js";

/** What another program's address is called by W&B. */
interface Translation {
  readonly scheme: Scheme;
  /** What is replaced: the scheme, or the whole address. */
  readonly replaced: Component;
  readonly text: string;
}

/** Says how W&B writes an address of another program, where that can be told from its text alone. */
export function translateForeign(address: Address): Translation | undefined {
  const { scheme, kind, whole } = address;
  if (kind !== "foreign" || scheme === undefined) return undefined;
  const name = scheme.value.toLowerCase();
  if (name === "http" || name === "https") return translateUrl(address, name === "https");
  const known = foreignSchemes[name];
  if (known === undefined) return undefined;
  const container = known === "az" ? translateHadoop(address) : undefined;
  if (container !== undefined) return { scheme: known, replaced: whole, text: container };
  return { scheme: known, replaced: scheme, text: known };
}

/** `abfss://container@account.dfs.core.windows.net/path`, and `wasbs` the same. */
function translateHadoop({ user, password, host, path }: Address): string | undefined {
  const { service, bucket } = readEndpoint(host.text);
  if (service !== "azure" || bucket === undefined) return undefined;
  const rest = trimSlashes(path.text);
  if (user === undefined || user.text === "" || password !== undefined) {
    return `az://${bucket.text}${rest === "" ? "" : `/${rest}`}`;
  }
  return `az://${bucket.text}/${user.text}${rest === "" ? "" : `/${rest}`}`;
}

/** A web address of a bucket: of S3, of Azure, of Cloud Storage or of CoreWeave. */
function translateUrl(address: Address, isSecure: boolean): Translation | undefined {
  const { host, path, whole, port, user, parameters } = address;
  if (port !== undefined || user !== undefined || parameters.length > 0) return undefined;
  const { service, bucket, base, region, form } = readEndpoint(host.text);
  const rest = trimSlashes(path.text);
  const location = [bucket?.text ?? "", rest].filter((part) => part !== "").join("/");
  if (location === "" || host.partial) return undefined;
  switch (service) {
    case "aws":
      if (region === undefined || form === "website" || form === "special") return undefined;
      return {
        scheme: "s3",
        replaced: whole,
        text: `s3://${base.text}/${location}?region=${region.text}`,
      };
    case "azure":
      if (bucket === undefined || rest === "") return undefined;
      return { scheme: "az", replaced: whole, text: `az://${location}` };
    case "google":
      return { scheme: "gs", replaced: whole, text: `gs://${location}` };
    case "coreweave":
      if (base.text !== coreweaveEndpoint || !isSecure) return undefined;
      return { scheme: "cw", replaced: whole, text: `cw://${base.text}/${location}?tls=true` };
    case "other":
      return undefined;
  }
}

function trimSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === "/") start += 1;
  while (end > start && path[end - 1] === "/") end -= 1;
  return path.slice(start, end);
}
