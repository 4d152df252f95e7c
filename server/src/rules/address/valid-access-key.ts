import { addressSources } from "../../catalog/address/sources.js";
import { awsIdentifierLength, awsKeyShapes } from "../../catalog/address/credentials.js";
import { s3Kinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const validAccessKey = defineRule({
  id: "address/valid-access-key",
  kinds: s3Kinds,
  severity: "error",
  summary: "The key of an AWS address must be a user's lasting access key.",
  rationale:
    "Temporary keys work together with a session token only, for which an address has no place, and they expire. Ids of users and roles are no keys.",
  certainty: "verified",
  sources: [addressSources.iamIdentifiers, addressSources.temporaryCredentials],
  messages: {
    length: "An AWS access key has {expected} characters; this one has {length}.",
    principal:
      '"{prefix}" starts the id of a user, a role or another thing in IAM, which is no access key.',
    temporary:
      '"{prefix}" starts a temporary key, which needs a session token that an address cannot hold.',
  },
  *check({ user, kind, endpoint }, report) {
    if (user === undefined || user.partial) return;
    if (kind === "s3-compatible" && endpoint?.service === "other") return;
    const key = user.value;
    const prefix = key.slice(0, 4);
    if (awsKeyShapes.temporary.test(key)) yield report("temporary", user.span, { prefix });
    else if (awsKeyShapes.principal.test(key)) yield report("principal", user.span, { prefix });
    else if (/^A[KS]IA[A-Z0-9]{8,}$/.test(key) && key.length !== awsIdentifierLength) {
      const data = { expected: String(awsIdentifierLength), length: String(key.length) };
      yield report("length", user.span, data, { severity: "warning" });
    }
  },
});
