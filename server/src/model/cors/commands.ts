import { corsDialects } from "../../catalog/cors/dialects.js";
import { convertCors } from "./convert.js";
import { neutralCors } from "./neutral.js";
import { type Cors } from "./cors.js";

/** A command that applies a configuration; it is shown and copied, never run. */
export interface CorsCommand {
  readonly tool: "aws" | "gcloud" | "gsutil" | "az";
  readonly bash: string;
  readonly powershell: string;
}

/** The commands for a document in `file`. What is not known of the storage stays to be filled in. */
export function corsCommands(
  cors: Cors,
  {
    file,
    bucket = "BUCKET",
    account = "ACCOUNT",
  }: {
    readonly file: string;
    readonly bucket?: string;
    readonly account?: string;
  },
): readonly CorsCommand[] {
  switch (corsDialects[cors.dialect].storage) {
    case "s3": {
      const endpoint = cors.place === "coreweave" ? ["--endpoint-url", "https://cwobject.com"] : [];
      return [
        withFile(cors, cors.dialect === "s3-cli", file, "aws", (name) => [
          "aws",
          "s3api",
          "put-bucket-cors",
          "--bucket",
          bucket,
          ...endpoint,
          "--cors-configuration",
          `file://${name}`,
        ]),
      ];
    }
    case "gcs": {
      const isList = cors.dialect === "gcs";
      return [
        withFile(cors, isList, file, "gcloud", (name) => [
          "gcloud",
          "storage",
          "buckets",
          "update",
          `gs://${bucket}`,
          `--cors-file=${name}`,
        ]),
        withFile(cors, isList, file, "gsutil", (name) => [
          "gsutil",
          "cors",
          "set",
          name,
          `gs://${bucket}`,
        ]),
      ];
    }
    case "azure": {
      const lines = neutralCors(cors).rules.map((rule) => [
        "az",
        "storage",
        "cors",
        "add",
        "--services",
        "b",
        "--account-name",
        account,
        "--origins",
        ...rule.origins,
        "--methods",
        ...rule.methods,
        ...flag("--allowed-headers", rule.allowedHeaders),
        ...flag("--exposed-headers", rule.exposedHeaders),
        "--max-age",
        String(rule.maxAge ?? 0),
      ]);
      return [
        {
          tool: "az",
          bash: lines.map((words) => words.map(quoteBash).join(" ")).join("\n"),
          powershell: lines.map((words) => words.map(quotePowerShell).join(" ")).join("\n"),
        },
      ];
    }
  }
}

function flag(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [name, ...values];
}

/** A command that reads a file; where the tool would refuse this document, one is written first. */
function withFile(
  cors: Cors,
  isReadable: boolean,
  file: string,
  tool: CorsCommand["tool"],
  words: (name: string) => readonly string[],
): CorsCommand {
  const name = isReadable ? file : tool === "aws" ? "cors.s3-cli.json" : "cors.gcs.json";
  const bash = words(name).map(quoteBash).join(" ");
  const powershell = words(name).map(quotePowerShell).join(" ");
  if (isReadable) return { tool, bash, powershell };
  const { text } = convertCors(cors, tool === "aws" ? "s3-cli" : "gcs");
  return {
    tool,
    bash: `cat > ${name} <<'CORS'\n${text}CORS\n${bash}`,
    powershell: `@'\n${text}'@ | Set-Content -Encoding ascii ${name}\n${powershell}`,
  };
}

/** A word that bash takes as it is. */
export function quoteBash(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A word that PowerShell takes as it is. Its comma and its at sign make lists. */
export function quotePowerShell(word: string): string {
  return /^[\w+=:./-]+$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`;
}
