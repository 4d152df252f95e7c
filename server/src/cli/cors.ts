import { resolve } from "node:path";
import { preflightJson, preflightText } from "../features/cors/preflight.js";
import { convertCors, corsTargets } from "../model/cors/convert.js";
import { type Cors } from "../model/cors/cors.js";
import { preflight as judge } from "../model/cors/preflight.js";
import { formatMessage } from "../text/message.js";
import { checkOrigin } from "./judging.js";
import { choice, readOptions } from "./options.js";
import { readFileDocument, skipReason } from "./read.js";
import { type Command, type Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";
import { faultOf } from "./walk.js";

/** What becomes of a page's requests under a CORS configuration. */
export const preflight: Command = async (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, {
    origin: { type: "string" },
    method: { type: "string", multiple: true },
    header: { type: "string", multiple: true },
    format: { type: "string" },
  });
  const { origin, method, header } = values;
  const format = choice("format", values.format, ["text", "json"], "text");
  if (origin === undefined) {
    throw new UsageError("preflight requires --origin, such as https://wandb.ai");
  }
  checkOrigin("origin", origin);
  const cors = await readCors("preflight", positionals, terminal);
  const verdict = judge(cors, origin, {
    ...(method === undefined ? {} : { methods: method }),
    ...(header === undefined ? {} : { headers: header }),
  });
  terminal.out(
    format === "json"
      ? `${JSON.stringify(preflightJson(verdict), null, 2)}\n`
      : preflightText(origin, verdict),
  );
  return verdict.allowed ? 0 : 1;
};

/** A CORS configuration in another tool's form; what that form cannot express is said on stderr. */
export const convert: Command = async (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, { to: { type: "string" } });
  if (values.to === undefined)
    throw new UsageError(`convert requires --to with one of: ${corsTargets.join(", ")}`);
  const target = choice("to", values.to, corsTargets, "s3");
  const { text, lost } = convertCors(await readCors("convert", positionals, terminal), target);
  terminal.out(text.endsWith("\n") ? text : `${text}\n`);
  for (const each of lost) terminal.error(`byob: ${formatMessage(each)}\n`);
  return 0;
};

async function readCors(
  command: string,
  [path, ...others]: readonly string[],
  { workingDirectory, loadHcl }: Terminal,
): Promise<Cors> {
  if (path === undefined || others.length > 0)
    throw new UsageError(`${command} requires exactly one file`);
  const read = await readFileDocument(resolve(workingDirectory, path), { loadHcl }).catch(
    (fault: unknown) => {
      throw new UsageError(`${path}: ${faultOf(fault)}`);
    },
  );
  if (read.skipped !== undefined) throw new UsageError(`${path}: ${skipReason(read.skipped)}`);
  const part = read.document.parts.find(({ kind }) => kind === "cors");
  if (part?.kind !== "cors") throw new UsageError(`${path}: no CORS configuration found`);
  return part.model;
}
