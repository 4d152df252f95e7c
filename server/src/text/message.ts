import { showSymbols } from "./symbol.js";

/**
 * A text that a user sees: an English template with `{placeholders}`, and what to put there. The
 * template is also the key under which a translation is found.
 */
export interface Message {
  readonly template: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The names of the placeholders in a template. */
export type Placeholders<Template> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A message whose data is exactly what its template mentions. */
export function message<const Template extends string>(
  template: Template,
  ...[data]: [Placeholders<Template>] extends [never]
    ? []
    : [Readonly<Record<Placeholders<Template>, string>>]
): Message {
  return { template, data: data ?? {} };
}

/** Gives another language's template for an English one. */
export type Translate = (template: string) => string;

/** Writes messages as sentences, in the language at hand. */
export type Say = (text: Message) => string;

/** What stays English. */
export const untranslated: Translate = (template) => template;

/** The message as a sentence; `translate` may give another language's template. */
export function formatMessage(
  { template, data }: Message,
  translate: Translate = untranslated,
): string {
  return translate(template).replace(/\{(?<name>\w+)\}/g, (whole, name: string) => {
    const text = data[name];
    return text === undefined ? whole : showSymbols(text);
  });
}
