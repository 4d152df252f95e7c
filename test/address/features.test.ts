import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, test } from "vitest";
import { addressCompletions } from "../../server/src/features/address/completion.js";
import { convertToAddress } from "../../server/src/features/address/conversion.js";
import { addressHover } from "../../server/src/features/address/hover.js";
import {
  addressParts,
  replaceSecret,
  secretSpans,
} from "../../server/src/features/address/parts.js";
import { readDocument } from "../../server/src/documents/document.js";
import { readAddress } from "../../server/src/model/address/address.js";
import { plainText } from "../../server/src/text/source-text.js";
import { formatMessage } from "../../server/src/text/message.js";
import { applyEdits } from "../../server/src/text/span.js";
import { addressOf } from "./table.js";

/** The text without its `|`, and where that stood. */
function cursor(marked: string): readonly [text: string, offset: number] {
  const offset = marked.indexOf("|");
  return [marked.slice(0, offset) + marked.slice(offset + 1), offset];
}

describe("hover", () => {
  const hover = (marked: string): string => {
    const [text, offset] = cursor(marked);
    return addressHover(addressOf(text), offset)?.value ?? "";
  };

  test("explains the part under the cursor, and takes the address apart", () => {
    expect(hover("s3://AK:a%2Fb@s3.us-we|st-2.amazonaws.com/runs/team?region=us-west-2"))
      .toMatchInlineSnapshot(`
        "**endpoint** \`s3.us-west-2.amazonaws.com\`

        The host that the server, browsers, and clients send requests to, in us-west-2.

        | Part | As the server reads it |
        |---|---|
        | scheme | \`s3\` |
        | access key | \`AK\` |
        | secret | •••• (3 characters) |
        | **endpoint** | \`s3.us-west-2.amazonaws.com\` |
        | bucket | \`runs\` |
        | path | \`/team\` |
        | region | \`us-west-2\` |

        [W&B: Bring your own bucket (BYOB)](https://docs.wandb.ai/platform/hosting/data-security/secure-storage-connector) (2026-03)"
      `);
  });

  test("hides a secret and gives its length", () => {
    expect(hover("cw://CWKEY:Wq7|k9Zt@cwobject.com/acme-runs?tls=true")).toMatchInlineSnapshot(`
      "**secret** •••• (7 characters)

      The secret half of the access key. \`/ ? # %\` must be percent-encoded.

      | Part | As the server reads it |
      |---|---|
      | scheme | \`cw\` |
      | access key | \`CWKEY\` |
      | **secret** | •••• (7 characters) |
      | endpoint | \`cwobject.com\` |
      | bucket | \`acme-runs\` |
      | tls | \`true\` |

      [Go: net/url](https://github.com/golang/go/blob/master/src/net/url/url.go) (2026-08)"
    `);
  });

  test("explains a parameter, its value included", () => {
    expect(hover("cw://CWKEY:Wq7k9Zt@cwobject.com/acme-runs?tls=tr|ue")).toContain("**tls** `true`");
  });

  test("says so where the server misreads the address or refuses it", () => {
    expect(hover("s|3://AK:12/ab@minio.example.com/b?region=x")).toContain("misreads");
    expect(hover("s|3://AK:ab/12@minio.example.com/b?region=x")).toContain("rejects");
  });

  test("tells nothing of a key in the wrong place", () => {
    for (const text of ["a|z://Wq7k9Zt==@acct/c", "s|3://AK:Wq7k9Zt", "s|3://Wq7k9Zt@host.example/b"]) {
      expect(hover(text)).not.toContain("Wq7");
    }
  });

  test("has nothing for another program's address", () => {
    expect(hover("ht|tps://example.com")).toBe("");
  });
});

describe("completion", () => {
  const complete = (marked: string): readonly string[] => {
    const [text, offset] = cursor(marked);
    return addressCompletions(addressOf(text), offset).map(({ span, newText }) =>
      applyEdits(text, [{ span, newText }]),
    );
  };

  test("offers the schemes", () => {
    const all = ["cw://", "s3://", "gs://", "az://"];
    expect(complete("|")).toEqual(all);
    expect(complete("s|")).toEqual(all);
    expect(complete("s3:|")).toEqual(all);
    expect(complete("|s3://bucket")).toEqual(all.map((scheme) => `${scheme}bucket`));
  });

  test("offers the documented form behind a scheme", () => {
    expect(complete("az://|")[0]).toBe(
      "az://:${1:urlEncodedAccessKey}@${2:storageAccountName}/${3:containerName}",
    );
    expect(complete("cw://|")[0]).toBe(
      "cw://${1:accessKey}:${2:secretAccessKey}@cwobject.com/${3:bucketName}?tls=true",
    );
  });

  test("offers endpoints, that of the named region first", () => {
    expect(complete("cw://AK:SK@|")).toEqual(["cw://AK:SK@cwobject.com"]);
    const endpoints = complete("s3://AK:SK@s3|/runs?region=eu-west-1");
    expect(endpoints[0]).toBe("s3://AK:SK@s3.eu-west-1.amazonaws.com/runs?region=eu-west-1");
    expect(endpoints).toContain(
      "s3://AK:SK@s3.cn-north-1.amazonaws.com.cn/runs?region=eu-west-1",
    );
    expect(complete("gs://|bucket")).toEqual([]);
  });

  test("offers the parameters that are missing, and their values", () => {
    const address = "s3://AK:SK@minio.example.com:9000/runs";
    expect(complete(`${address}?|`)).toEqual([
      `${address}?region=`,
      `${address}?tls=true`,
      `${address}?forcePathStyle=true`,
    ]);
    expect(complete(`${address}?region=x&|`)).toEqual([
      `${address}?region=x&tls=true`,
      `${address}?region=x&forcePathStyle=true`,
    ]);
    expect(complete(`${address}?tls=|`)).toEqual([`${address}?tls=true`, `${address}?tls=false`]);
    expect(complete("s3://s3.eu-west-1.amazonaws.com/b?region=|")[0]).toBe(
      "s3://s3.eu-west-1.amazonaws.com/b?region=eu-west-1",
    );
    expect(complete("gs://bucket?|")).toEqual([]);
  });
});

describe("conversion", () => {
  const key = { client_email: "sa@p.iam.gserviceaccount.com", private_key: "-----BEGIN\nA/b+=\n" };

  test.each([
    ["gcs://my-bucket/x", "gs://my-bucket/x"],
    ["abfss://c@acct.dfs.core.windows.net/x", "az://acct/c/x"],
    [
      "https://my-bucket.s3.us-west-2.amazonaws.com",
      "s3://s3.us-west-2.amazonaws.com/my-bucket?region=us-west-2",
    ],
    ["https://acct.blob.core.windows.net/c", "az://acct/c"],
    ["https://storage.googleapis.com/my-bucket", "gs://my-bucket"],
    ["arn:aws:s3:::my-bucket", "s3://my-bucket"],
    ["arn:aws:s3:::my-bucket/team/", "s3://my-bucket/team"],
    ["https://console.cloud.google.com/storage/browser/my-bucket;tab=objects", "gs://my-bucket"],
    [
      "https://us-west-2.console.aws.amazon.com/s3/buckets/my-bucket?tab=objects",
      "s3://s3.us-west-2.amazonaws.com/my-bucket?region=us-west-2",
    ],
    [
      "https://s3.console.aws.amazon.com/s3/buckets/my-bucket?region=eu-west-1",
      "s3://s3.eu-west-1.amazonaws.com/my-bucket?region=eu-west-1",
    ],
    [
      "DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=a/b==;EndpointSuffix=core.windows.net",
      "az://:a%2Fb==@acct/<containerName>",
    ],
    [
      JSON.stringify({ type: "service_account", ...key }),
      "gs://sa%40p.iam.gserviceaccount.com:-----BEGIN%0AA%2Fb+=%0A@<bucketName>",
    ],
  ])("%s", (text, expected) => {
    expect(convertToAddress(text)?.text).toBe(expected);
  });

  test.each(["", "s3://my-bucket", "https://example.com/x", "hello world", "{", '{"a":1}', "arn:aws:iam::1:role/x"])(
    "%s is left alone",
    (text) => {
      expect(convertToAddress(text)).toBeUndefined();
    },
  );

  test("tells nothing of the text in its title", () => {
    const conversion = convertToAddress(JSON.stringify(key));
    expect(conversion && formatMessage(conversion.title)).toBe(
      "Convert the service account key to a storage address",
    );
  });
});

describe("parts", () => {
  test("are in order, and a secret over several lines has a part a line", () => {
    const text = "gs://sa%40p:-----BEGIN\nMIIB\n@my-bucket/team";
    const drawn = addressParts(addressOf(text)).map(
      ({ part, span }) => `${part} ${text.slice(span.start, span.end)}`,
    );
    expect(drawn).toEqual([
      "scheme gs",
      "user sa%40p",
      "secret -----BEGIN",
      "secret MIIB",
      "bucket my-bucket",
      "path /team",
    ]);
  });

  test.each([
    ["s3://AK:SK@host.example/b?region=x", ["SK"]],
    ["az://key==@acct/c", ["key=="]],
    ["s3://AK:${SK}@host.example/b", []],
    ["s3://bucket", []],
  ])("secrets of %s", (text, expected) => {
    const spans = secretSpans(addressOf(text));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test("a secret is replaced by a variable of the host format", () => {
    const text = "s3://AK:S%2FK@host.example/b?region=x";
    const replaced = (["compose", "kubernetes", "terraform", "json"] as const).map((host) => {
      const address = readAddress(plainText(text), { ...addressOf(text).context, host });
      const variable = replaceSecret(address);
      return variable && applyEdits(text, [variable.edit]);
    });
    expect(replaced).toEqual([
      "s3://AK:${BUCKET_SECRET_KEY}@host.example/b?region=x",
      "s3://AK:$(BUCKET_SECRET_KEY)@host.example/b?region=x",
      "s3://AK:${var.bucket_secret_key}@host.example/b?region=x",
      undefined,
    ]);
  });

  test.each([
    ["secret.yaml", `kind: Secret\napiVersion: v1\ndata:\n  BUCKET: ${btoa("s3://AK:SK@h.example/b?region=x")}\n`],
    ["map.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  BUCKET: s3://AK:SK@h.example/b?region=x\n"],
    ["run.sh", "docker run -e 'BUCKET=s3://AK:SK@h.example/b?region=x' wandb/local\n"],
    [".env", "BUCKET='s3://AK:SK@h.example/b?region=x'\n"],
  ])("a secret in %s stays where no variable would be filled in", (name, text) => {
    const document = readDocument(TextDocument.create(`file:///${name}`, "", 1, text));
    const addresses = document.parts.flatMap((part) => (part.kind === "address" ? part.model : []));
    expect(addresses.map(({ password }) => password?.text)).toEqual(["SK"]);
    expect(addresses.map(replaceSecret)).toEqual([undefined]);
  });
});
