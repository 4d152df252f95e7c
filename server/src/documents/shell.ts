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
  const files = new Set(commands.flatMap(corsFile));
  return [
    ...environmentPart(exported, "shell", span, context),
    ...exported.flatMap((variable) => addressParts(variable, "shell", { ...context, hasRegion })),
    ...azureCorsParts(commands),
    ...commands.flatMap((command) => commandParts(command, context, files)),
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
  corsFiles: ReadonlySet<string>,
): readonly AnyPart[] {
  const first = command.words.findIndex(({ assignment }) => assignment === undefined);
  const name = command.words[first]?.text.value ?? "";
  const parts: AnyPart[] = command.documents.flatMap((document) =>
    documentParts(document, command, context),
  );
  if (command.files.some((file) => corsFiles.has(file))) return parts.map(forAwsCli);
  if (first < 0) return parts;
  if (isAzureCors(command)) return parts;
  const words = assigning.has(name) ? [] : command.words.slice(first + 1);
  const variables: Assignment[] = [];
  for (const [at, word] of words.entries()) {
    const variable = givenVariable(word);
    if (variable !== undefined) variables.push(variable);
    else parts.push(...wordParts(word, { ...context, around: aroundOption(words, at) }));
  }
  if (isPutCors(command)) return parts.map(forAwsCli);
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

/** Whether it is `aws s3api put-bucket-cors`, which takes rules in its own form alone. */
function isPutCors({ words }: ShellCommand): boolean {
  const texts = words.map(({ text }) => text.value);
  return texts.includes("s3api") && texts.includes("put-bucket-cors");
}

/** The file that such a command reads the rules from. */
function corsFile(command: ShellCommand): readonly string[] {
  if (!isPutCors(command)) return [];
  return command.words.flatMap(({ text: { value } }) => {
    const mark = value.indexOf("file://");
    return mark < 0 ? [] : [value.slice(mark + "file://".length)];
  });
}

function forAwsCli(part: AnyPart): AnyPart {
  return part.kind === "cors" ? { ...part, model: { ...part.model, place: "aws-cli" } } : part;
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
  { files, words }: ShellCommand,
  context: HostContext,
): readonly AnyPart[] {
  // `tee FILE` writes what it is given, as `cat > FILE` does.
  const named = words.some(({ text }) => text.value === "tee")
    ? words.map(({ text }) => text.value)
    : [];
  const byName = [...files, ...named].map((file) => formatOf(file, undefined));
  const format = byName.find((found) => found !== "none" && found !== "plain" && found !== "shell");
  return context.readText(content, { format, holes }, context);
}
