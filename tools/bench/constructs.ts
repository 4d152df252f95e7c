/** A text that repeats one construct, about so many characters long. */
export interface Construct {
  readonly name: string;
  /** The name of the file, which tells its format. */
  readonly file: string;
  readonly text: (size: number) => string;
}

const role = "arn:aws:iam::725579432336:role/WandbIntegration";
const address =
  "s3://AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYAA@minio.acme.dev/b";

function construct(name: string, file: string, text: (size: number) => string): Construct {
  return { name, file, text };
}

/** Pieces until the size is reached, joined. */
function repeat(size: number, piece: (index: number) => string, separator = ""): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < size; index += 1) {
    const text = piece(index);
    pieces.push(text);
    length += text.length + separator.length;
  }
  return pieces.join(separator);
}

function policy(statement: string): string {
  return `{"Version":"2012-10-17","Statement":[${statement}]}`;
}

function statement(parts: Readonly<Record<string, string>> = {}): string {
  const {
    principal = `{"AWS":"${role}"}`,
    action = '"s3:GetObject"',
    resource = '"arn:aws:s3:::acme/*"',
    condition = "",
  } = parts;
  const when = condition === "" ? "" : `,"Condition":${condition}`;
  return `{"Effect":"Allow","Principal":${principal},"Action":${action},"Resource":${resource}${when}}`;
}

function inPolicy(
  name: string,
  part: "principal" | "action" | "resource",
  item: (index: number) => string,
): Construct {
  return construct(name, "bucket-policy.json", (size) => {
    const list = `[${repeat(size, (index) => JSON.stringify(item(index)), ",")}]`;
    return policy(statement({ [part]: part === "principal" ? `{"AWS":${list}}` : list }));
  });
}

function rule(index: number): string {
  return `{"AllowedOrigins":["https://a${String(index)}.acme.dev"],"AllowedMethods":["GET"]}`;
}

function terraform(body: string): string {
  return `resource "aws_s3_bucket_policy" "wandb" {\n  bucket = "acme"\n  policy = jsonencode({ Statement = [${body}] })\n}\n`;
}

/** What a text may hold much of, and what once took time with the square of its length. */
export const constructs: readonly Construct[] = [
  inPolicy("actions", "action", (index) => `s3:GetObject${String(index)}`),
  inPolicy("actions that exist", "action", () => "s3:GetObject"),
  inPolicy("wildcards in actions", "action", () => "s3:*?*?*?*t"),
  inPolicy("resources", "resource", (index) => `arn:aws:s3:::acme/p${String(index)}/*`),
  inPolicy("wildcards in resources", "resource", () => "arn:aws:s3:::a*?*?*?*e/*"),
  inPolicy("principals", "principal", (index) => `arn:aws:iam::${String(1e11 + index)}:root`),
  construct("conditions", "bucket-policy.json", (size) =>
    policy(
      statement({
        condition: `{${repeat(size, (index) => `"StringLike":{"aws:PrincipalTag/t${String(index)}":"a*"}`, ",")}}`,
      }),
    ),
  ),
  construct("values of a condition", "bucket-policy.json", (size) =>
    policy(
      statement({
        condition: `{"StringLike":{"s3:prefix":[${repeat(size, (index) => `"p${String(index)}/*"`, ",")}]}}`,
      }),
    ),
  ),
  construct("statements", "bucket-policy.json", (size) =>
    policy(repeat(size, () => statement(), ",")),
  ),
  construct("statements that deny", "bucket-policy.json", (size) =>
    policy(
      `${statement()},${repeat(size, (index) => statement({ resource: `"arn:aws:s3:::acme/p${String(index)}/*"` }).replace("Allow", "Deny"), ",")}`,
    ),
  ),
  construct("CORS rules", "cors.json", (size) => `[${repeat(size, rule, ",")}]`),
  construct(
    "CORS origins",
    "cors.json",
    (size) =>
      `[{"AllowedOrigins":[${repeat(size, (index) => `"https://a${String(index)}.acme.dev"`, ",")}],"AllowedMethods":["GET","PUT"]}]`,
  ),
  construct(
    "CORS rules in XML",
    "cors.xml",
    (size) =>
      `<CORSConfiguration>${repeat(size, (index) => `<CORSRule><AllowedOrigin>https://a${String(index)}.acme.dev</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>\n`)}</CORSConfiguration>`,
  ),
  construct(
    "entities in XML",
    "cors.xml",
    (size) =>
      `<CORSConfiguration><CORSRule><AllowedOrigin>${repeat(size, () => "&amp;")}</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>`,
  ),
  construct("open elements in XML", "cors.xml", (size) =>
    repeat(size, () => "<CORSConfiguration><CORSRule>"),
  ),
  construct("nested lists in JSON", "cors.json", (size) => "[".repeat(size)),
  construct("open braces in JSON", "bucket-policy.json", (size) => repeat(size, () => '{"a":')),
  construct("addresses on one line", "notes.txt", (size) => repeat(size, () => address, " ")),
  construct("addresses on lines", ".env", (size) =>
    repeat(size, (index) => `BUCKET_${String(index)}=${address}\n`),
  ),
  construct(
    "parameters of an address",
    ".env",
    (size) => `BUCKET=s3://b?${repeat(size, (index) => `p${String(index)}=x`, "&")}`,
  ),
  construct("slashes of an address", ".env", (size) => `BUCKET=s3://b${"/".repeat(size)}`),
  construct(
    "base64 in a Secret",
    "secret.yaml",
    (size) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: wandb}\ndata:\n  BUCKET: ${Buffer.from(repeat((size * 3) / 4, () => `${address}\n`)).toString("base64")}\n`,
  ),
  construct(
    "base64 values in a Secret",
    "secret.yaml",
    (size) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: wandb}\ndata:\n${repeat(size, (index) => `  BUCKET_${String(index)}: ${Buffer.from(address).toString("base64")}\n`)}`,
  ),
  construct("YAML documents", "secret.yaml", (size) =>
    repeat(size, () => `---\nkind: ConfigMap\ndata:\n  BUCKET: ${address}\n`),
  ),
  construct(
    "YAML aliases",
    "values.yaml",
    (size) => `a: &a ${address}\nlist:\n${repeat(size, () => "  - *a\n")}`,
  ),
  construct("YAML anchors that double", "values.yaml", (size) =>
    repeat(size, (index) =>
      index === 0
        ? "a0: &a0 [s3://b, s3://b]\n"
        : `a${String(index)}: &a${String(index)} [*a${String(index - 1)}, *a${String(index - 1)}]\n`,
    ),
  ),
  construct("YAML flow", "values.yaml", (size) => `a: ${"[".repeat(size)}`),
  construct("YAML keys", "values.yaml", (size) =>
    repeat(size, (index) => `key${String(index)}: {{ .Values.x }}\n`),
  ),
  construct("a YAML list of rules", "cors.yaml", (size) =>
    repeat(
      size,
      (index) =>
        `- AllowedOrigins: [https://a${String(index)}.acme.dev]\n  AllowedMethods: [GET]\n`,
    ),
  ),
  construct("blank lines in Terraform", "main.tf", (size) =>
    terraform(`\n${"\n".repeat(size)}${statement()}`),
  ),
  construct(
    "blank lines behind a slip in Terraform",
    "main.tf",
    (size) => `${terraform("{").slice(0, -6)}${"\n".repeat(size)}`,
  ),
  construct("statements in Terraform", "main.tf", (size) =>
    terraform(repeat(size, () => statement().replaceAll(/"(\w+)":/g, "$1 = "), ",\n")),
  ),
  construct("blocks of Terraform", "main.tf", (size) =>
    repeat(
      size,
      (index) =>
        `resource "aws_s3_bucket" "b${String(index)}" {\n  bucket = "wandb-${String(index)}"\n}\n`,
    ),
  ),
  construct(
    "references in Terraform",
    "main.tf",
    (size) =>
      `locals {\n  b0 = "acme"\n${repeat(size, (index) => `  b${String(index + 1)} = local.b${String(index)}\n`)}}\n`,
  ),
  construct(
    "a here-document of Terraform",
    "main.tf",
    (size) =>
      `resource "aws_s3_bucket_policy" "wandb" {\n  policy = <<EOF\n${policy(repeat(size, () => statement(), ",\n"))}\nEOF\n}\n`,
  ),
  construct("here-documents of a shell", "setup.sh", (size) =>
    repeat(size, () => `cat > cors.json <<'EOF'\n[${rule(0)}]\nEOF\n`),
  ),
  construct("open strings of a shell", "setup.sh", (size) =>
    repeat(size, () => `export BUCKET="s3://b\n`),
  ),
  construct("JSON in strings of JSON", "template.json", (size) => {
    let text = policy(statement());
    while (text.length < size / 2) text = JSON.stringify({ BucketPolicy: text });
    return text;
  }),
  construct("policies in strings", "template.json", (size) =>
    JSON.stringify({
      a: repeat(size, () => " ").length,
      p: repeat(size / 2, () => policy(statement()), "\n"),
    }),
  ),
  construct("fences of Markdown", "README.md", (size) =>
    repeat(size, () => `\`\`\`json\n[${rule(0)}]\n\`\`\`\n\n`),
  ),
  construct(
    "an open fence of Markdown",
    "README.md",
    (size) => `\`\`\`json\n[${repeat(size, rule, ",\n")}`,
  ),
  construct("one long line", "notes.txt", (size) => "a".repeat(size)),
  construct("wildcards", "bucket-policy.json", (size) =>
    policy(statement({ resource: `"arn:aws:s3:::${"*?".repeat(size / 2)}"` })),
  ),
];
