import { moduleSources, otherInstanceFields } from "../catalog/installation/stores.js";
import { type HostFormat } from "../model/address/address.js";
import { type Misplaced } from "../model/installation/environment.js";
import { readStore, type Store } from "../model/installation/store.js";
import {
  itemsOf,
  memberOf,
  type Member,
  type ObjectValue,
  type StringValue,
  type Tree,
} from "../syntax/value.js";
import { message, type Message } from "../text/message.js";
import { type Span } from "../text/span.js";
import { type AnyPart } from "./part.js";

/** What the Secrets of a file hold in the clear, by their names and then by their keys. */
export type Secrets = ReadonlyMap<string, ReadonlyMap<string, StringValue>>;

/** Gathers the `stringData` of the Secrets in a stream of manifests. */
export function secretsIn(trees: readonly Tree[]): Secrets {
  const secrets = new Map<string, Map<string, StringValue>>();
  for (const { root } of trees) {
    if (textOf(root, "kind") !== "Secret") continue;
    const name = textOf(memberOf(root, "metadata")?.value, "name");
    const data = memberOf(root, "stringData")?.value;
    if (name === undefined || data?.kind !== "object") continue;
    const held = secrets.get(name) ?? new Map<string, StringValue>();
    for (const { key, value } of data.members) {
      if (value?.kind === "string") held.set(key.value, value);
    }
    secrets.set(name, held);
  }
  return secrets;
}

/** The stores of W&B's custom resource in its second version. */
export function customResourceParts(
  { root }: Tree,
  host: HostFormat,
  secrets: Secrets,
): readonly AnyPart[] {
  if (root?.kind !== "object" || textOf(root, "kind") !== "WeightsAndBiases") return [];
  if (textOf(root, "apiVersion") !== "apps.wandb.com/v2") return [];
  const objectStore = memberOf(memberOf(root, "spec")?.value, "objectStore")?.value;
  if (objectStore?.kind !== "object") return [];
  const stores: Store[] = [];
  const misplaced: Misplaced[] = [];
  const valueOf = ({ value }: Member): StringValue | undefined => {
    const held = secrets.get(textOf(value, "name") ?? "");
    return held?.get(textOf(value, "key") ?? "");
  };
  // The operator's own examples also have the store without the name of an instance around it.
  const isOne = ["externalObjectStore", "managedObjectStore"].some(
    (name) => memberOf(objectStore, name) !== undefined,
  );
  const instances = isOne ? [objectStore] : objectStore.members.map(({ value }) => value);
  for (const instance of instances) {
    const external = memberOf(instance, "externalObjectStore");
    if (external?.value?.kind === "object") {
      stores.push(readStore("custom-resource", external.value, external.key.span, valueOf));
    }
    const isSet = external !== undefined || memberOf(instance, "managedObjectStore") !== undefined;
    for (const member of instance?.kind === "object" && !isSet ? instance.members : []) {
      const meant = Object.hasOwn(otherInstanceFields, member.key.value)
        ? otherInstanceFields[member.key.value]
        : undefined;
      if (meant !== undefined) misplaced.push({ member, meant });
    }
  }
  const reason = message("It is the custom resource of the W&B operator.");
  return storePart(objectStore, host, reason, stores, misplaced);
}

/** The bucket of a SCIM request for a team. */
export function scimParts(object: ObjectValue, host: HostFormat): readonly AnyPart[] {
  const schemas = itemsOf(memberOf(object, "schemas")?.value);
  const isGroup = schemas.some(
    (schema) => schema.kind === "string" && schema.value === groupSchema,
  );
  const bucket = memberOf(object, "storageBucket");
  if (!isGroup || bucket?.value?.kind !== "object") return [];
  const reason = message('It is a SCIM group with "storageBucket".');
  const store = readStore("scim", bucket.value, bucket.key.span);
  return storePart(bucket.value, host, reason, [store]);
}

const groupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";

/** The inputs of one of W&B's Terraform modules. */
export function moduleParts(body: ObjectValue): readonly AnyPart[] {
  const source = textOf(body, "source") ?? "";
  const form = moduleSources.find(([pattern]) => pattern.test(source))?.[1];
  if (form === undefined) return [];
  const head = memberOf(body, "source")?.key.span ?? body.span;
  const reason = message('It is the Terraform module "{source}".', { source });
  return storePart(body, "terraform", reason, [readStore(form, body, head)]);
}

/** Values for the inputs of W&B's AWS module, which alone has one of this name. */
export function moduleValueParts(root: ObjectValue): readonly AnyPart[] {
  const key = memberOf(root, "bucket_kms_key_arn");
  if (key === undefined) return [];
  const reason = message('It sets "{name}", an input of W&B\'s Terraform module.', {
    name: key.key.value,
  });
  const store = readStore("terraform-aws", root, key.key.span);
  return storePart(root, "terraform", reason, [store]);
}

function storePart(
  { span }: { readonly span: Span },
  host: HostFormat,
  reason: Message,
  stores: readonly Store[],
  misplaced: readonly Misplaced[] = [],
): readonly AnyPart[] {
  if (stores.length + misplaced.length === 0) return [];
  const model = { variables: [], stores, misplaced };
  return [{ kind: "environment", dialect: host, span, reason, model, json: undefined }];
}

function textOf(value: Parameters<typeof memberOf>[0], name: string): string | undefined {
  const found = memberOf(value, name)?.value;
  return found?.kind === "string" && found.holes.length === 0 ? found.value : undefined;
}
