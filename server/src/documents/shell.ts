import { minioApiOrigins, minioOrigins } from "../catalog/installation/settings-keys.js";
import { type CorsTool } from "../catalog/cors/tools.js";
import { policyContainers } from "../catalog/policy/containers.js";
import { type Assignment } from "../syntax/assignment.js";
import {
  givenName,
  readShell,
  type HereDocument,
  type ShellCommand,
  type ShellWord,
} from "../syntax/shell.js";
import { locate, sliceText } from "../text/source-text.js";
import { azureCorsParts, isAzureCors } from "./azure-cli.js";
import { helmParts } from "./chart-values.js";
import { createdBucketParts } from "./created-buckets.js";
import { federationCommandParts } from "./cloud/federation.js";
import { bindingCommandParts } from "./cloud/google-iam.js";
import { softDeleteParts } from "./cloud/lifecycle.js";
import { corsCommand, forTool } from "./cors-commands.js";
import { assignmentParts } from "./dotenv.js";
import { formatOf } from "./format.js";
import { type Host, type HostContext, type Surroundings } from "./host.js";
import { type AnyPart } from "./part.js";
import { addressParts, environmentPart, groupContext, isEnvironmentKey } from "./setting.js";
import { isTellingAddress } from "./scheme.js";

/** A shell script or a Dockerfile: its variables, what it gives to commands, its here-documents. */
export const readShellParts: Host = (source, context) => {
  const commands = readShell(source).map(withoutPrompt);
  // A script has variables of its own beside the server's, so that its `BUCKET` may be just a name.
  const exported = commands.flatMap(exportedVariables);
  const { hasRegion } = groupContext(exported, context);
  const span = locate(source, 0, source.value.length);
  const tools = corsTools(commands);
  return [
    ...environmentPart(exported, "shell", span, context),
    ...exported.flatMap((variable) => addressParts(variable, "shell", { ...context, hasRegion })),
    ...azureCorsParts(commands),
    ...createdBucketParts(commands),
    ...softDeleteParts(commands),
    ...bindingCommandParts(commands),
    ...federationCommandParts(commands),
    ...commands.flatMap((command) => helmParts(command, context)),
    ...commands.flatMap((command) => commandParts(command, context, tools)),
  ];
};

/** Examples of a console show its prompt before each command. */
function withoutPrompt(command: ShellCommand): ShellCommand {
  const [first, ...rest] = command.words;
  return first?.text.value === "$" ? { ...command, words: rest } : command;
}

/** A Dockerfile's instructions whose arguments are assignments. */
const instructions: readonly string[] = ["ENV", "ARG"];

/** Commands whose arguments are assignments. */
const assigning = new Set([
  ...["export", "declare", "typeset", "readonly", "local", "env"],
  ...instructions,
]);

/** The variables that a command sets for what follows it, or for itself. */
function exportedVariables({ words }: ShellCommand): readonly Assignment[] {
  const first = words.findIndex(({ assignment }) => assignment === undefined);
  const name = words[first]?.text.value ?? "";
  const leading = first < 0 ? words : words.slice(0, first);
  const found = leading.flatMap(({ assignment }) => assignment ?? []);
  if (!assigning.has(name)) return found;
  const given = words.slice(first + 1);
  const rest = instructions.includes(name) ? given.map(withoutShell) : given;
  const [variable, value] = rest;
  // `ENV NAME value` is an older way to write a Dockerfile's variable.
  if (
    name === "ENV" &&
    variable?.assignment === undefined &&
    rest.length === 2 &&
    value !== undefined
  ) {
    return variable === undefined ? found : [...found, spacedAssignment(variable, value)];
  }
  return [...found, ...rest.flatMap(({ assignment }) => assignment ?? [])];
}

/** A Dockerfile's variables pass no shell, so that nothing cuts their values. */
function withoutShell(word: ShellWord): ShellWord {
  const quote = word.quote === "none" ? "other" : word.quote;
  return { ...word, quote, assignment: word.assignment && { ...word.assignment, quote } };
}

function spacedAssignment(variable: ShellWord, value: ShellWord): Assignment {
  return {
    name: { value: variable.text.value, span: variable.span },
    value: value.text,
    valueSpan: value.span,
    quote: value.quote,
    holes: value.holes,
  };
}

/** What a command is given: variables for a container, documents, an address. */
function commandParts(
  command: ShellCommand,
  context: HostContext,
  tools: ReadonlyMap<string, CorsTool>,
): readonly AnyPart[] {
  const first = command.words.findIndex(({ assignment }) => assignment === undefined);
  const name = command.words[first]?.text.value ?? "";
  const parts: AnyPart[] = command.documents.flatMap((document) =>
    documentParts(document, command, context),
  );
  const written = writtenFiles(command).find((file) => tools.has(file));
  const reader = written === undefined ? undefined : tools.get(written);
  if (reader !== undefined) return parts.map((part) => forTool(part, reader));
  if (first < 0) return parts;
  if (isAzureCors(command)) return parts;
  const words = assigning.has(name) ? [] : command.words.slice(first + 1);
  const variables: Assignment[] = [];
  const setsApi = isMinioApiConfig(command);
  for (const [at, word] of words.entries()) {
    const variable = setsApi ? minioVariable(word) : givenVariable(word);
    if (variable !== undefined) variables.push(variable);
    else if (isScript(command, at + first + 1)) {
      parts.push(...context.readText(word.text, { format: "shell", holes: word.holes }, context));
    } else parts.push(...wordParts(word, { ...context, around: aroundOption(words, at) }));
  }
  const tool = corsCommand(command)?.tool;
  if (tool !== undefined) return parts.map((part) => forTool(part, tool));
  return [...assignmentParts(variables, "shell", command.span, context), ...parts];
}

/** What the option that takes a word says of it: `aws s3api put-bucket-policy --policy …`. */
function aroundOption(words: readonly ShellWord[], at: number): Surroundings {
  const name = words[at - 1]?.text.value;
  if (name?.startsWith("--") !== true) return {};
  const resource = words.find(({ text }) => operations.has(text.value))?.text.value;
  const option = words.findIndex(({ text }) => text.value === "--bucket");
  const named = option < 0 ? undefined : words[option + 1];
  const bucket = named?.holes.length === 0 ? named.text.value : undefined;
  return { name, resource, bucket };
}

/** The operations of the AWS CLI that take a policy. */
const operations: ReadonlySet<string> = new Set(
  policyContainers
    .flatMap(({ value }) => value)
    .flatMap(({ resource, name }) => (name.startsWith("--") ? [resource] : [])),
);

/** The files that commands read CORS rules from, with the tool that reads each. */
function corsTools(commands: readonly ShellCommand[]): ReadonlyMap<string, CorsTool> {
  const tools = new Map<string, CorsTool>();
  const shared = new Set<string>();
  for (const command of commands) {
    const { tool, files = [] } = corsCommand(command) ?? {};
    if (tool === undefined) continue;
    for (const file of files) {
      if ((tools.get(file) ?? tool) !== tool) shared.add(file);
      tools.set(file, tool);
    }
  }
  // Where two tools read one file, its text may change in between.
  for (const file of shared) tools.delete(file);
  return tools;
}

/**
 * `NAME=value` among the arguments, alone or behind its flag: `-e`, `--env=`, `--from-literal=`,
 * `--set global.extraEnv.`.
 */
function givenVariable(word: ShellWord): Assignment | undefined {
  const found = word.assignment ?? word.given ?? quotedVariable(word);
  if (found === undefined) return undefined;
  const name = found.name.value;
  const isVariable = /^[A-Z_][A-Z0-9_]*$/.test(name) || isEnvironmentKey(name);
  return isVariable || isTellingAddress(found.value.value) ? found : undefined;
}

/** `"NAME=value"` and `--env="NAME=value"`, in quotes together with its name. */
function quotedVariable({ text, quote, holes }: ShellWord): Assignment | undefined {
  const { value } = text;
  const name = givenName(value.slice(0, 200));
  if (name === undefined) return undefined;
  const { start, end } = name;
  return {
    name: { value: value.slice(start, end), span: locate(text, start, end) },
    value: sliceText(text, end + 1, value.length),
    valueSpan: locate(text, end + 1, value.length),
    quote,
    holes: holes
      .filter((hole) => hole.start > end)
      .map((hole) => ({ start: hole.start - end - 1, end: hole.end - end - 1 })),
  };
}

/** A document in an argument, as the AWS CLI takes policies, or an address that stands alone. */
function wordParts(
  { text, span, quote, holes }: ShellWord,
  context: HostContext,
): readonly AnyPart[] {
  const setting = { name: undefined, value: text, valueSpan: span, quote, holes };
  const found = addressParts(setting, "shell", context);
  return found.length > 0 ? found : context.readText(text, { holes }, context);
}

/** A here-document is what the file is that it goes to, or else what it looks like. */
function documentParts(
  { content, holes }: HereDocument,
  command: ShellCommand,
  context: HostContext,
): readonly AnyPart[] {
  const byName = writtenFiles(command).map((file) => formatOf(file, undefined));
  const format = byName.find((found) => found !== "none" && found !== "plain" && found !== "shell");
  return context.readText(content, { format, holes }, context);
}

/** Whether a word is the script that a shell is given: `sh -c SCRIPT`. */
function isScript({ words }: ShellCommand, at: number): boolean {
  const isOption = /^-[a-z]*c$/.test(words[at - 1]?.text.value ?? "");
  return isOption && words.slice(0, at - 1).some(({ text }) => shells.test(text.value));
}

const shells = /^(?:\/\S*\/)?(?:ba|da|k|z)?sh$/;

/** Whether it is `mc admin config set ALIAS api …`, which takes the server's settings by shorter names. */
function isMinioApiConfig({ words }: ShellCommand): boolean {
  const line = words.map(({ text }) => text.value).join(" ");
  return /(?:^|[ /])mc(?:li)? (?:.* )?admin config set \S+ api /.test(line);
}

/** A setting of MinIO's API as the variable that stands for it. */
function minioVariable({ assignment }: ShellWord): Assignment | undefined {
  if (assignment?.name.value !== minioApiOrigins) return undefined;
  return { ...assignment, name: { ...assignment.name, value: minioOrigins } };
}

/** The files that a command writes: `tee FILE` writes what it is given, as `cat > FILE` does. */
function writtenFiles({ files, words }: ShellCommand): readonly string[] {
  const texts = words.map(({ text }) => text.value);
  return texts.includes("tee") ? [...files, ...texts] : files;
}
