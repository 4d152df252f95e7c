import {
  awsKeyShapes,
  awsSecretLength,
  azureKeyLength,
} from "../../catalog/address/credentials.js";
import { s3Kinds, isMisread, type Address, type Component } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { unescape } from "../../syntax/go-url.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const validSecretKey = defineRule({
  id: "address/valid-secret-key",
  kinds: ["az", ...s3Kinds],
  severity: "warning",
  summary: "A secret must have the length that its provider requires.",
  rationale:
    "AWS secret keys and Azure account keys have a fixed length. A key of any other length was truncated, padded, or changed by decoding.",
  certainty: "verified",
  sources: ["iam-identifiers", "azure-keys", "go-url"],
  messages: {
    aws: "An AWS secret key has {expected} characters, but the server reads {length}.",
    azure: "An Azure account key has {expected} characters, but the server reads {length}.",
    connection: "This is a connection string or a shared access signature, not an account key.",
    decoded: 'The server decodes "{escape}", which changes the secret. Encode its "%" as "%25".',
  },
  *check(address, report) {
    const { password, tokens } = address;
    if (password === undefined || password.partial || tokens.at === undefined) return;
    if (isMisread(address)) return;
    yield* address.kind === "az" ? checkAzure(password) : checkAws(address, password);

    function* checkAzure(key: Component) {
      const { length } = key.value;
      if (/^(?:DefaultEndpointsProtocol=|\??sv=)|AccountKey=|[?&]sig=/.test(key.value)) {
        yield report("connection", key.span, {});
      } else if (/^[A-Za-z0-9+/=]{40,}$/.test(key.value) && length !== azureKeyLength) {
        yield report("azure", key.span, {
          expected: String(azureKeyLength),
          length: String(length),
        });
      }
    }

    function* checkAws({ user }: Address, secret: Component) {
      if (!awsKeyShapes.lasting.test(user?.value ?? "")) return;
      const { length } = secret.value;
      if (length === awsSecretLength) return;
      // One that is missing, or encoded twice, is another fault.
      if (length === 0 || unescape(secret.value).length === awsSecretLength) return;
      const escape = /%[0-9A-Fa-f]{2}/.exec(secret.text);
      if (escape !== null && secret.text.length === awsSecretLength) {
        const edits = [...secret.text.matchAll(/%/g)].map(({ index }) => {
          const start = secret.start + index;
          return replacePart(address, { start, end: start + 1 }, "%25");
        });
        const fixes = reviewFix(message('Encode "%" as "%25"'), ...edits);
        yield report("decoded", secret.span, { escape: escape[0] }, { fixes });
        return;
      }
      yield report("aws", secret.span, {
        expected: String(awsSecretLength),
        length: String(length),
      });
    }
  },
});
