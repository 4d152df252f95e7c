import { type HostFormat } from "../model/address/address.js";
import { type Assignment } from "../syntax/assignment.js";
import { readDotenv } from "../syntax/dotenv.js";
import { locate } from "../text/source-text.js";
import { type Span } from "../text/span.js";
import { type Host, type HostContext } from "./host.js";
import { type AnyPart } from "./part.js";
import { addressParts, environmentPart, groupContext } from "./setting.js";

/** A dotenv file: the settings of one process. */
export const readDotenvParts: Host = (source, context) => {
  const span = locate(source, 0, source.value.length);
  return assignmentParts(readDotenv(source), "dotenv", span, context);
};

/** The environment that assignments make up, and the addresses and documents among their values. */
export function assignmentParts(
  assignments: readonly Assignment[],
  host: HostFormat,
  span: Span,
  context: HostContext,
): readonly AnyPart[] {
  const group = groupContext(assignments, context);
  return [
    ...environmentPart(assignments, host, span, group),
    ...assignments.flatMap((assignment) => addressParts(assignment, host, group)),
  ];
}
