import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnyPart } from "../../server/src/documents/part.js";
import { type Span } from "../../server/src/text/span.js";
import { read } from "./parts.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

const base64 = Buffer.from("s3://AK:SK@h/b").toString("base64");

/** A text of each format with something to find in it. */
const samples: Readonly<Record<string, string>> = {
  ".env":
    "export BUCKET='s3://AK:SK@h/b?region=x' # c\nGORILLA_SUPPORTED_FILE_STORES=\"cw://,s3://a\\n\"\r\nA=`x\ny`\n",
  "a.txt": "BUCKET=s3://b\ncw://AK:SK@cwobject.com/b\n",
  "run.sh":
    "docker run -e BUCKET=\"s3://$AK:${SK}@h/b\" \\\n --env=X='y' && cat <<-EOF > a.env\n\tBUCKET=s3://b\n\tEOF\naz storage cors add --methods GET --origins '*'\n",
  "compose.yaml":
    "services:\n  w:\n    image: x\n    environment:\n      - BUCKET=s3://$$a:b@h/c\n      BUCKET: >-\n        s3://b\n",
  "secret.yaml": `apiVersion: v1\nkind: Secret\ndata:\n  BUCKET: ${base64}\nstringData:\n  c: |\n    [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]\n---\na: *b\n`,
  "template.yaml":
    "Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Resource: !Sub arn:aws:s3:::${B}/*\n            Principal: {Fn::GetAtt: [a, b]}\n",
  "a.json":
    '{"env":[{"name":"BUCKET","value":"s3:\\/\\/b"}],"Policy":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:*\\"}]}","Fn::Sub":"${a}"}',
  "main.tf":
    'data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["s3:*"]\n    principals {\n      type = "AWS"\n      identifiers = [var.x]\n    }\n    condition {\n      test = "StringLike"\n      variable = "&{aws:x}"\n      values = []\n    }\n  }\n}\nresource "aws_s3_bucket_policy" "p" {\n  policy = <<EOF\n{"Statement":[{"Effect":"Allow","Principal":${jsonencode(var.x)},"Action":"s3:*"}]}\nEOF\n}\n',
  "cors.xml":
    "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>",
  "a.properties": "a.BUCKET: s3\\://b\n[x]\nGORILLA_FILE_STORE = 's3://c'\n",
  "a.toml": '[env]\nBUCKET = "s3://b"\n',
  "a.md":
    "> ```json\n> {\"Statement\":[{\"Effect\":\"Allow\"}]}\n> ```\n\n  ~~~sh\n  BUCKET=s3://b\n  ~~~\n",
};

const names = Object.keys(samples);

const mark = fc.constantFrom(...Array.from("'\"\\$`&;:#(){}[]<>|*?!=-, \t\n\ra\0\ud800é😀"));

/** A sample with stretches taken out, doubled, moved in from another, and noise. */
const mangled = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...names),
    fc.array(
      fc.tuple(
        fc.nat(400),
        fc.nat(60),
        fc.constantFrom("cut", "double", "move", "noise"),
        fc.string({ unit: mark, maxLength: 8 }),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([name, other, changes]) => {
    let text = samples[name] ?? "";
    for (const [at, length, change, noise] of changes) {
      const start = text.length === 0 ? 0 : at % text.length;
      const stretch = text.slice(start, start + length);
      const put = {
        cut: "",
        double: stretch + stretch,
        move: stretch + (samples[other] ?? "").slice(at % 50, (at % 50) + length),
        noise,
      }[change];
      text = text.slice(0, start) + put + text.slice(start + length);
    }
    return { name, text };
  });

function check(name: string, text: string): void {
  const { parts } = read(name, text, { readers });
  const isWithin = ({ start, end }: Span): boolean =>
    start >= 0 && end >= start && end <= text.length;
  expect(parts.flatMap(spansOf).filter((span) => !isWithin(span))).toEqual([]);
}

function spansOf(part: AnyPart): readonly Span[] {
  switch (part.kind) {
    case "address": {
      const { context, whole, host, path } = part.model;
      return [part.span, context.valueSpan, context.nameSpan ?? part.span, whole.span, host.span, path.span];
    }
    case "lifecycle":
    case "google-iam":
    case "azure-identity":
      return [part.span];
    case "environment":
      return [part.span, ...part.model.variables.flatMap((each) => [each.nameSpan, each.valueSpan])];
    case "cors":
      return [part.span, part.model.head, ...part.model.rules.map(({ node }) => node.span)];
    case "policy":
    case "key-policy":
      return [
        part.span,
        part.model.head,
        ...part.model.statements.flatMap(({ node, action, conditions }) => [
          node.span,
          ...(action?.items ?? []).map(({ span }) => span),
          ...conditions.flatMap(({ keySpan, values }) => [keySpan, ...values.map(({ span }) => span)]),
        ]),
      ];
  }
}

describe("a document of any format", () => {
  test.each(names)("%s has parts", (name) => {
    const { parts } = read(name, samples[name] ?? "", { readers });
    expect(parts.length).toBeGreaterThan(0);
  });

  test("is read whatever is wrong with it", () => {
    fc.assert(
      fc.property(mangled, ({ name, text }) => {
        check(name, text);
      }),
      { numRuns: 400 },
    );
  });

  test("is read while it is typed", () => {
    for (const name of names) {
      const text = samples[name] ?? "";
      for (let end = 0; end <= text.length; end += 1) check(name, text.slice(0, end));
    }
  });
});

describe("a hostile text", () => {
  const unit: Readonly<Record<string, string>> = {
    quotes: "BUCKET='\n",
    "double quotes": 'BUCKET="s3://\n',
    "open brackets": "[",
    "open braces": '{"a":',
    "shell expansions": "$(",
    "parameter expansions": "${a:-",
    "here-documents": "cat <<A\n",
    "address queries": "s3://a?b=&b=",
    commas: "cw://,",
    fences: "```json\n{\n",
    "quote marks": "> ",
    blanks: "    ",
    "placeholder marks": "{{ ",
    "nested maps": "a: {b: [",
    "policy documents": 'data "aws_iam_policy_document" "d" {\n',
    "equals signs": "=",
    backslashes: "\\",
    "line breaks": "BUCKET\r\n",
    "xml elements": "<CORSConfiguration>",
  };

  test.each(Object.entries(unit))("of %s is read in time", (_name, repeated) => {
    const text = `BUCKET=s3://b Statement CORS\n${repeated.repeat(Math.ceil(8000 / repeated.length))}`;
    for (const name of names) {
      const begin = performance.now();
      check(name, text);
      expect(performance.now() - begin, name).toBeLessThan(10_000);
    }
  });

  test("of any characters is read", () => {
    const noise = Array.from({ length: 8000 }, (_each, at) => String.fromCharCode((at * 7919) % 65_536));
    for (const name of names) check(name, `BUCKET=s3://b\n${noise.join("")}`);
  });
});
