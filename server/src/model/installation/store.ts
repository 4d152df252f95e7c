import { storeForms, type StoreForm } from "../../catalog/installation/stores.js";
import { memberOf, type Member, type ObjectValue, type StringValue } from "../../syntax/value.js";
import { type Span } from "../../text/span.js";
import { readText, type ChartText } from "./chart-bucket.js";

/** A bucket that a custom resource, a SCIM request or a module's inputs describe. */
export interface Store {
  readonly form: StoreForm;
  readonly node: ObjectValue;
  /** Where a finding about the whole goes. */
  readonly head: Span;
  readonly fields: ReadonlyMap<string, ChartText>;
  /** Members that are no fields of the form. */
  readonly unknown: readonly Member[];
}

/** Reads the fields of a store; `valueOf` gives what a field is taken from elsewhere, such as a Secret. */
export function readStore(
  form: StoreForm,
  node: ObjectValue,
  head: Span,
  valueOf?: (member: Member) => StringValue | undefined,
): Store {
  const fields = new Map<string, ChartText>();
  for (const name of storeForms[form].fields) {
    const member = memberOf(node, name);
    if (member === undefined) continue;
    const value = valueOf?.(member);
    fields.set(name, readText(value === undefined ? member : { ...member, value }));
  }
  const unknown = node.members.filter(({ key }) => !storeForms[form].fields.includes(key.value));
  return { form, node, head, fields, unknown };
}
