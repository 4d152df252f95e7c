import { type CorsTool } from "../catalog/cors/tools.js";
import { type ShellCommand } from "../syntax/shell.js";
import { type AnyPart } from "./part.js";

/** A command that applies CORS rules, and the files that it reads them from. */
export interface CorsCommand {
  readonly tool: CorsTool;
  readonly files: readonly string[];
}

/** The tool that a command hands CORS rules to, if it is one that takes a file. */
export function corsCommand({ words }: ShellCommand): CorsCommand | undefined {
  const texts = words.map(({ text }) => text.value);
  if (texts.includes("s3api") && texts.includes("put-bucket-cors")) {
    return { tool: "aws-cli", files: texts.flatMap((text) => after(text, "file://")) };
  }
  if (texts.includes("storage")) {
    const files = texts.flatMap((text, index) =>
      text === "--cors-file" ? texts.slice(index + 1, index + 2) : after(text, "--cors-file="),
    );
    return files.length === 0 ? undefined : { tool: "gcloud", files };
  }
  const verb = texts.findIndex((text, index) => text === "set" && texts[index - 1] === "cors");
  if (verb < 0) return undefined;
  const operands = texts.slice(verb + 1).filter((text) => !text.startsWith("-"));
  if (texts.includes("gsutil")) return { tool: "gsutil", files: operands.slice(0, 1) };
  const isMc = texts.slice(0, verb).some((text) => /(?:^|\/)mc(?:li)?$/.test(text));
  return isMc ? { tool: "mc", files: operands.slice(1, 2) } : undefined;
}

/** CORS rules as those that a tool is given. */
export function forTool(part: AnyPart, tool: CorsTool): AnyPart {
  return part.kind === "cors" ? { ...part, model: { ...part.model, place: tool } } : part;
}

/** What follows a mark in a text. */
function after(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [] : [text.slice(at + mark.length)];
}
