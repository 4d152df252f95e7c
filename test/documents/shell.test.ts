import { describe, expect, test } from "vitest";
import { applyEdits } from "../../server/src/text/span.js";
import { checkDocument, draw, read } from "./parts.js";
import { loadReaders } from "../support/readers.js";

const readers = await loadReaders();

const plain = ["s3://AK:b%c@h/d?region=x&tls=true"];
const options = { readers };

describe("a shell script", () => {
  test("has variables in every quoting", () => {
    const text = `#!/bin/sh
# BUCKET=s3://comment
BUCKET=s3://AK:SK@h/b?region=x&tls=true
export GORILLA_FILE_STORE="s3://$AK:a\\$b@h/c?region=x&tls=true" AWS_REGION=us-west-2
GORILLA_STORAGE_BUCKET='gs://b'\\''c' OTHER=s3://data/x.csv cmd
declare -x GORILLA_SUPPORTED_FILE_STORES=s3://"$AK":'SK'@h/b,cw://
`;
    expect(draw(read("run.sh", text))).toMatchInlineSnapshot(`
      "environment shell: BUCKET GORILLA_FILE_STORE AWS_REGION GORILLA_STORAGE_BUCKET OTHER GORILLA_SUPPORTED_FILE_STORES
      address shell: BUCKET = s3://AK:SK@h/b?region=x&tls=true
      address shell: GORILLA_FILE_STORE = "s3://$AK:a\\$b@h/c?region=x&tls=true" meaning "s3://$AK:a$b@h/c?region=x&tls=true"
      address shell: GORILLA_STORAGE_BUCKET = 'gs://b'\\''c' meaning "gs://b'c"
      address shell: GORILLA_SUPPORTED_FILE_STORES = s3://"$AK":'SK'@h/b meaning "s3://$AK:SK@h/b"
      address shell: GORILLA_SUPPORTED_FILE_STORES = cw://"
    `);
    checkDocument("run.sh", text.replace(",cw://", ""));
  });

  test("gives variables to containers, secrets and charts", () => {
    const text = `docker run -d --name wandb \\
  -e BUCKET=s3://b -e "BUCKET_QUEUE=internal://" \\
  --env=AWS_REGION=us-west-2 -v x:/y wandb/local
docker run --env="BUCKET=s3://c" -e"GORILLA_STORAGE_BUCKET=s3://d" --set "global.extraEnv.BUCKET=s3://e" x
kubectl create secret generic s --from-literal=GORILLA_FILE_STORE='s3://AK:SK@h/b?region=x&tls=true'
helm upgrade wandb wandb/operator-wandb --set global.extraEnv.GORILLA_SUPPORTED_FILE_STORES=cw://
aws s3 cp s3://data/x.csv . && aws s3 ls "s3://data"
mc alias set x 's3://AK:SK@h/b'
`;
    expect(draw(read("run.sh", text))).toMatchInlineSnapshot(`
      "environment shell: BUCKET BUCKET_QUEUE AWS_REGION
      address shell: BUCKET = s3://b
      environment shell: BUCKET GORILLA_STORAGE_BUCKET BUCKET
      address shell: BUCKET = s3://c
      address shell: GORILLA_STORAGE_BUCKET = s3://d
      address shell: BUCKET = s3://e
      environment shell: GORILLA_FILE_STORE
      address shell: GORILLA_FILE_STORE = 's3://AK:SK@h/b?region=x&tls=true' meaning "s3://AK:SK@h/b?region=x&tls=true"
      environment shell: GORILLA_SUPPORTED_FILE_STORES
      address shell: GORILLA_SUPPORTED_FILE_STORES = cw://
      address shell: 's3://AK:SK@h/b' meaning "s3://AK:SK@h/b" (by its form)"
    `);
    checkDocument("run.sh", text, {}, plain);
  });

  test("has documents in arguments and here-documents", () => {
    const text = `aws s3api put-bucket-policy --bucket b --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}]}'
cat > cors.json <<EOF
[{ "AllowedMethods": ["GET"], "AllowedOrigins": ["\${ORIGIN}"], "MaxAgeSeconds": $AGE }]
EOF
cat <<-'END' > .env
	BUCKET="s3://b"
	END
kubectl apply -f - <<EOF
apiVersion: v1
kind: ConfigMap
data:
  BUCKET: s3://\${HOST}/b
EOF
tee main.tf <<'EOF'
resource "x" "y" {
  env = { BUCKET = "s3://\${var.x}" }
}
EOF
echo done
`;
    const document = read("run.sh", text, options);
    expect(draw(document)).toMatchInlineSnapshot(`
      "policy bucket: 1 statements in {"Version":"2012-10-17","Statement":[{"E … s3:::b/*"}]}
      cors s3: 1 rules in [{ "AllowedMethods": ["GET"], "AllowedOr … ds": $AGE }]
      environment dotenv: BUCKET
      address dotenv: BUCKET = "s3://b" meaning "s3://b"
      environment kubernetes: BUCKET
      address kubernetes: BUCKET = s3://\${HOST}/b
      environment terraform: BUCKET
      address terraform: BUCKET = "s3://\${var.x}" meaning "s3://\${var.x}""
    `);
    const cors = document.parts.find(({ kind }) => kind === "cors");
    expect(cors?.kind === "cors" && cors.model.problems).toEqual([]);
    checkDocument("run.sh", text, options, plain);
  });

  test("has the CORS rule of the Azure CLI", () => {
    const text = `az storage cors add --services b --methods GET HEAD \\
  --origins 'https://a.example' --max-age 3600 --account-name x
az storage cors list
`;
    const document = read("run.sh", text);
    expect(draw(document)).toMatchInlineSnapshot(`"cors azure-cli: 1 rules in az storage cors add --services b --metho … count-name x"`);
    const [part] = document.parts;
    if (part?.kind !== "cors") throw new Error("There is no CORS.");
    const { tree, rules } = part.model;
    const [rule] = rules;
    expect(rule?.methods?.items.map(({ value }) => value)).toEqual(["GET", "HEAD"]);
    expect(rule?.maxAge?.seconds).toBe(3600);
    if (rule?.methods?.list === undefined) throw new Error("There are no methods.");
    const edits = [
      tree.writer.appendItems(rule.methods.list, ["PUT"]),
      tree.writer.insertMembers(rule.node, { "--exposed-headers": ["ETag", "*"] }),
    ].filter((edit) => edit !== undefined);
    expect(applyEdits(text, edits)).toContain("--methods GET HEAD PUT \\");
    expect(applyEdits(text, edits)).toContain("--account-name x --exposed-headers ETag '*'");
  });

  test("is read to its end, however broken it is", () => {
    for (const text of [
      "BUCKET='s3://b\nGORILLA_FILE_STORE=s3://c\n",
      'BUCKET="s3://b\nGORILLA_FILE_STORE=s3://c\n',
      "cat <<EOF\nBUCKET=s3://b\n",
      "BUCKET=s3://b?region=x&\n",
      "BUCKET=s3://$(echo 'a\n",
      "BUCKET=s3://<access-key>:<secret>@h/b\n",
      "$(( 1 << 2 ))\nBUCKET=s3://b\n",
    ]) {
      checkDocument("run.sh", text, {}, []);
      expect(draw(read("run.sh", text)), text).toContain("address");
    }
  });
});

describe("a Dockerfile", () => {
  test("has variables", () => {
    const text = `FROM wandb/local
ENV BUCKET=s3://b AWS_REGION=x
ENV GORILLA_FILE_STORE s3://c
ARG GORILLA_STORAGE_BUCKET="s3://d"
RUN export BUCKET=s3://e && true
`;
    expect(draw(read("Dockerfile", text))).toMatchInlineSnapshot(`
      "environment shell: BUCKET AWS_REGION GORILLA_FILE_STORE GORILLA_STORAGE_BUCKET
      address shell: BUCKET = s3://b
      address shell: GORILLA_FILE_STORE = s3://c
      address shell: GORILLA_STORAGE_BUCKET = "s3://d" meaning "s3://d"
      environment shell: BUCKET
      address shell: BUCKET = s3://e"
    `);
    checkDocument("Dockerfile", text, {}, plain);
  });
});
