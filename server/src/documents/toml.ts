import { readToml } from "../syntax/toml.js";
import { locate } from "../text/source-text.js";
import { assignmentParts } from "./dotenv.js";
import { type Host } from "./host.js";

/** A TOML file: the settings of each of its tables. */
export const readTomlParts: Host = (source, context) =>
  readToml(source).flatMap((table) => {
    const first = table[0]?.name.span.start;
    const last = table.at(-1)?.valueSpan.end;
    const whole = locate(source, 0, source.value.length);
    const span = { start: first ?? whole.start, end: last ?? whole.end };
    const documents = table.flatMap(({ value, holes }) =>
      context.readText(value, { holes }, context),
    );
    return [...assignmentParts(table, "toml", span, context), ...documents];
  });
