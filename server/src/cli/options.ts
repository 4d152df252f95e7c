import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./usage-error.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads a command's options; what it does not know is a wrong use. */
export function readOptions<const T extends Options>(
  parameters: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...parameters], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? (fault.message.split("\n", 1)[0] ?? "") : "");
  }
}

/** One of the values that an option may have. */
export function choice<const T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
  fallback: T,
): T {
  if (value === undefined) return fallback;
  const found = choices.find((each) => each === value);
  if (found === undefined) {
    throw new UsageError(`--${option} must be one of ${choices.join(", ")}, not "${value}"`);
  }
  return found;
}

/** A whole number, 0 or more. */
export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) {
    throw new UsageError(`--${option} expects a whole number, not "${value}"`);
  }
  return Number(value);
}
