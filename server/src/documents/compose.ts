import { createDecoding } from "../syntax/decoding.js";
import { findPlaceholders } from "../syntax/placeholders.js";
import { memberOf, type StringValue, type Value } from "../syntax/value.js";
import { type Span } from "../text/span.js";

/** Whether a tree is a compose file by its content. */
export function isCompose(root: Value): boolean {
  const services = memberOf(root, "services")?.value;
  if (services?.kind !== "object" || memberOf(root, "apiVersion") !== undefined) return false;
  return services.members.some(({ value }) =>
    ["image", "build", "environment", "env_file", "command"].some((key) => memberOf(value, key)),
  );
}

/** A string as compose hands it to the container: `$$` is a dollar sign, `$` begins a variable. */
export function interpretCompose(string: StringValue): StringValue {
  const { content, value } = string;
  const decoding = createDecoding(content);
  const holes: Span[] = [];
  let offset = 0;
  for (let dollar = value.indexOf("$$"); dollar >= 0; dollar = value.indexOf("$$", dollar + 2)) {
    decoding.copy(offset, dollar);
    decoding.put("$", dollar, dollar + 2);
    offset = dollar + 2;
  }
  decoding.copy(offset, value.length);
  holes.push(...decoding.project(string.holes));
  const interpreted = decoding.finish(value.length, escapeDollars);
  return { ...string, value: interpreted.value, content: interpreted, holes };
}

/** `${NAME}` stays a variable; any other `$` is meant as it is. */
function escapeDollars(text: string): string {
  let written = "";
  let offset = 0;
  for (const { span, style } of findPlaceholders(text)) {
    if (style !== "braces") continue;
    written += text.slice(offset, span.start).replaceAll("$", "$$$$");
    written += text.slice(span.start, span.end);
    offset = span.end;
  }
  return written + text.slice(offset).replaceAll("$", "$$$$");
}
