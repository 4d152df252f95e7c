/**
 * A text for a terminal or a log: control characters, and those that turn the direction of a line,
 * become visible escapes, so that nothing from a file can move the cursor, forge a line or hide one.
 */
export function inert(text: string): string {
  return active.test(text) ? text.replaceAll(everyActive, escapeCharacter) : text;
}

/** The same for a text of several lines, whose line ends and tabs stay. */
export function inertLines(text: string): string {
  return text.replaceAll(everyActive, (character, at: number) => {
    const isLayout =
      character === "\n" || character === "\t" || (character === "\r" && text[at + 1] === "\n");
    return isLayout ? character : escapeCharacter(character);
  });
}

/** The same for JSON, which escapes most of them itself, so that only its strings change. */
export function inertJson(json: string): string {
  return json.replaceAll(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    escapeCharacter,
  );
}

const active =
  // eslint-disable-next-line no-control-regex -- They are what is looked for.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const everyActive = new RegExp(active, "g");

function escapeCharacter(character: string): string {
  return named[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
