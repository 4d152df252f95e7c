import { type HostFormat } from "../model/address/address.js";
import { memberOf, type Tree } from "../syntax/value.js";
import { readYaml } from "../syntax/yaml.js";
import { evaluateFunctions, readFunctions, templateScope } from "./cloudformation.js";
import { interpretCompose, isCompose } from "./compose.js";
import { fileName } from "./format.js";
import { type Host, type HostContext } from "./host.js";
import { isTelling } from "./prefilter.js";
import { partsAroundSlips } from "./part.js";
import { isServerless, readServerless, serverlessService } from "./serverless.js";
import { customResourceParts, secretsIn } from "./stores.js";
import { treeParts, type TreeHost } from "./tree.js";

/** YAML of any kind: compose files, Helm values, Kubernetes manifests, CloudFormation templates. */
export const readYamlParts: Host = (source, context) => {
  if (!isTelling(source.value) && context.addressKeys.length === 0) return [];
  const trees = readYaml(source);
  const secrets = secretsIn(trees);
  return trees.flatMap((tree) => {
    const scope = templateScope(tree, context.documentText) ?? context.scope;
    const isService = isServerless(tree);
    const around = isService ? { resource: serverlessService } : context.around;
    const inner = {
      ...context,
      around,
      scope,
      isLiteral: isLiteral(tree),
      isSecret: kindOf(tree) === "Secret",
    };
    const read = isService ? readServerless(evaluateFunctions(tree)) : readFunctions(tree);
    const host = hostOf(tree, context);
    const stores = customResourceParts(read, host.format, secrets);
    return partsAroundSlips([...stores, ...treeParts(read, host, inner)], tree);
  });
};

function hostOf(tree: Tree, context: HostContext): TreeHost {
  const format = formatOfTree(tree, context);
  return format === "compose" ? { format, interpret: interpretCompose } : { format };
}

/** Kubernetes fills variables in where a container is described, not in what containers read. */
function isLiteral(tree: Tree): boolean {
  const kind = kindOf(tree);
  return kind === "Secret" || kind === "ConfigMap";
}

function kindOf({ root }: Tree): string | undefined {
  const kind = memberOf(root, "kind")?.value;
  return kind?.kind === "string" ? kind.value : undefined;
}

/** Which program reads a YAML document: its content tells, or else its name. */
function formatOfTree({ root }: Tree, { format, uri }: HostContext): HostFormat {
  if (format === "compose" || format === "helm") return format;
  if (root?.kind !== "object") return "yaml";
  if (memberOf(root, "apiVersion") !== undefined && memberOf(root, "kind") !== undefined) {
    return "kubernetes";
  }
  if (isCompose(root)) return "compose";
  const hasChartValues =
    memberOf(memberOf(root, "global")?.value, "bucket") !== undefined ||
    memberOf(memberOf(root, "global")?.value, "extraEnv") !== undefined;
  return hasChartValues || /^values\b.*\.ya?ml$/i.test(fileName(uri)) ? "helm" : "yaml";
}
