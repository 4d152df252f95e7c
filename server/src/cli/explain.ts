import { resolve } from "node:path";
import { explainAccess, nameOf, type AccessExplanation } from "../model/access/access.js";
import { type RequestContext } from "../model/access/context.js";
import { type Policy, type Statement } from "../model/policy/policy.js";
import { formatMessage, message } from "../text/message.js";
import { judgingOptions, readJudging } from "./judging.js";
import { choice, readOptions } from "./options.js";
import { readFileDocument, skipReason } from "./read.js";
import { type Command } from "./terminal.js";
import { UsageError } from "./usage-error.js";
import { faultOf } from "./walk.js";

/** Which statement allows or denies an access: 0 where it is allowed, 1 where it is not or unknown. */
export const explain: Command = async (parameters, terminal) => {
  const { values, positionals } = readOptions(parameters, {
    principal: { type: "string" },
    action: { type: "string" },
    resource: { type: "string" },
    context: { type: "string", multiple: true },
    "no-other-context": { type: "boolean" },
    format: { type: "string" },
    "policy-type": judgingOptions["policy-type"],
  });
  const { principal, action, resource } = values;
  const format = choice("format", values.format, ["text", "json"], "text");
  if (principal === undefined || action === undefined || resource === undefined) {
    throw new UsageError("explain requires --principal, --action, and --resource");
  }
  if (positionals.length === 0)
    throw new UsageError("explain requires at least one file that contains a policy");
  const options = { loadHcl: terminal.loadHcl, ...readJudging(values) };
  const files = new Map<Policy, string>();
  for (const path of positionals) {
    const read = await readFileDocument(resolve(terminal.workingDirectory, path), options).catch(
      (fault: unknown) => {
        throw new UsageError(`${path}: ${faultOf(fault)}`);
      },
    );
    if (read.skipped !== undefined) throw new UsageError(`${path}: ${skipReason(read.skipped)}`);
    for (const part of read.document.parts) {
      if (part.kind === "policy" || part.kind === "key-policy") files.set(part.model, path);
    }
    if (![...files.values()].includes(path)) throw new UsageError(`${path}: no policy found`);
  }
  const explanation = explainAccess([...files.keys()], {
    principal,
    action,
    resource,
    context: contextOf(values.context ?? []),
    contextIsComplete: values["no-other-context"] === true,
  });
  terminal.out(format === "json" ? toJson(explanation, files) : toText(explanation, files));
  return explanation.verdict === "allowed" ? 0 : 1;
};

/** Condition keys of the request: `KEY=VALUE`, again for another value, and `KEY` for one it lacks. */
function contextOf(given: readonly string[]): RequestContext {
  const context = new Map<string, readonly string[] | null>();
  for (const each of given) {
    const equals = each.indexOf("=");
    const key = (equals < 0 ? each : each.slice(0, equals)).trim();
    if (!key.includes(":")) {
      throw new UsageError(
        `--context expects KEY=VALUE, such as aws:SourceVpc=vpc-1, not "${key}"`,
      );
    }
    const known = context.get(key) ?? [];
    context.set(key, equals < 0 ? null : [...known, each.slice(equals + 1)]);
  }
  return Object.fromEntries(context);
}

function toJson(
  { verdict, decidedBy, reasons }: AccessExplanation,
  files: ReadonlyMap<Policy, string>,
): string {
  const report = {
    verdict,
    decidedBy: decidedBy.map(({ policy, statement }) => ({
      path: files.get(policy) ?? "",
      statement: statement.index,
      name: titleOf(statement),
    })),
    reasons: reasons.map((reason) => formatMessage(reason)),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function toText(
  { verdict, decidedBy, reasons }: AccessExplanation,
  files: ReadonlyMap<Policy, string>,
): string {
  return [
    verdict,
    ...reasons.map((reason) => `  ${formatMessage(reason)}`),
    ...decidedBy.map(
      ({ policy, statement }) => `  ${files.get(policy) ?? ""}: ${titleOf(statement)}`,
    ),
  ]
    .join("\n")
    .concat("\n");
}

function titleOf(statement: Statement): string {
  return formatMessage(message("Statement {name}", { name: nameOf(statement) }));
}
