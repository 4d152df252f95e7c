import { substitute } from "../syntax/substitution.js";
import { memberOf, type ObjectValue, type Tree, type Value } from "../syntax/value.js";
import { symbolOf } from "../text/symbol.js";
import { mapTree } from "./map-tree.js";
import { partitionOf } from "./partition.js";
import { type Scope } from "./references.js";
import { join } from "./terraform/functions.js";

/**
 * A CloudFormation template with its functions taken for what they are: `Fn::Sub` is a string with
 * holes, any other a value that is computed. Other documents come back as they are.
 */
export function readFunctions(tree: Tree): Tree {
  return templateOf(tree) === undefined ? tree : evaluateFunctions(tree);
}

/** A document whose functions are known to be CloudFormation's, as in a Serverless Framework file. */
export function evaluateFunctions(tree: Tree): Tree {
  return mapTree(tree, (value) => (value.kind === "object" ? intrinsic(value) : undefined));
}

/** The template that a document is, or that the Serverless Framework's file holds. */
function templateOf({ root }: Tree): ObjectValue | undefined {
  for (const template of [root, memberOf(root, "resources")?.value]) {
    const resources = memberOf(template, "Resources")?.value;
    if (template?.kind !== "object" || resources?.kind !== "object") continue;
    const isTemplate =
      memberOf(template, "AWSTemplateFormatVersion") !== undefined ||
      resources.members.some(({ value }) => typeOf(value)?.startsWith("AWS::"));
    if (isTemplate) return template;
  }
  return undefined;
}

function typeOf(resource: Value | undefined): string | undefined {
  const type = memberOf(resource, "Type")?.value;
  return type?.kind === "string" ? type.value : undefined;
}

/** What a template's references stand for: the defaults of its parameters, and its buckets. */
export function templateScope(tree: Tree, documentText: string): Scope | undefined {
  const template = templateOf(tree);
  if (template === undefined) return undefined;
  const resources = memberOf(template, "Resources")?.value;
  const parameters = memberOf(template, "Parameters")?.value;
  const partition = partitionOf(documentText);
  return {
    reference(path, evaluator) {
      if (path === "AWS::Partition") return partition;
      const [name = "", attribute, ...others] = path.split(".");
      const bucket = memberOf(resources, name)?.value;
      if (typeOf(bucket) === "AWS::S3::Bucket" && others.length === 0) {
        const written = memberOf(memberOf(bucket, "Properties")?.value, "BucketName")?.value;
        const known = written && evaluator.value(written);
        const bucketName = typeof known === "string" && known !== "" ? known : symbolOf(name);
        if (attribute === undefined) return bucketName;
        return attribute === "Arn" ? `arn:${partition}:s3:::${bucketName}` : undefined;
      }
      if (attribute !== undefined) return undefined;
      const parameter = memberOf(parameters, name)?.value;
      const preset = memberOf(parameter, "Default")?.value;
      // The default of a parameter that Systems Manager holds is the name that it has there.
      const isHeld = typeOf(parameter)?.startsWith("AWS::SSM::") === true;
      const known = preset && !isHeld ? evaluator.value(preset) : undefined;
      return known === "" ? undefined : known;
    },
    call(name, parameters, evaluator) {
      const [parameter] = parameters;
      if (parameter === undefined) return undefined;
      switch (name) {
        case "Ref":
        case "Fn::GetAtt": {
          const known = evaluator.value(parameter);
          const path = typeof known === "string" ? known : known && join([".", known]);
          return path && evaluator.reference(path);
        }
        case "Fn::Join": {
          const known = evaluator.value(parameter);
          return typeof known === "string" ? undefined : known && join(known);
        }
        default:
          return undefined;
      }
    },
    interpolation: (text, evaluator) => evaluator.reference(text.slice(2, -1).trim()),
  };
}

/** What an object that calls a function stands for. */
function intrinsic({ members, span }: ObjectValue): Value | undefined {
  const [member, ...others] = members;
  if (member === undefined || others.length > 0) return undefined;
  const { key, value } = member;
  if (key.value === "Fn::Sub") {
    const [template, variables] = value?.kind === "array" ? value.items : [value];
    if (template?.kind === "string") return substitute(template, variables);
  }
  return key.value === "Ref" || key.value === "Condition" || key.value.startsWith("Fn::")
    ? isCall(key.value, value)
      ? {
          kind: "unknown",
          span,
          ...(value && { computed: { kind: "call", name: key.value, parameters: [value] } }),
        }
      : undefined
    : undefined;
}

/** `Ref` and `Condition` take a name; a policy's own `Condition` holds an object. */
function isCall(name: string, value: Value | undefined): boolean {
  return name.startsWith("Fn::") || value?.kind === "string";
}
