import { awsIdentifierLength, awsKeyShapes } from "../../catalog/address/credentials.js";
import { s3Kinds } from "../../model/address/address.js";
import { defineRule } from "../rule.js";

export const validAccessKey = defineRule({
  id: "address/valid-access-key",
  kinds: s3Kinds,
  severity: "error",
  summary: "An AWS address must contain a long-term access key of an IAM user.",
  rationale:
    "Temporary keys expire and require a session token, which an address cannot contain. IDs of users and roles are not access keys.",
  certainty: "verified",
  sources: ["iam-identifiers", "iam-temporary-credentials"],
  messages: {
    length: "An AWS access key has {expected} characters, but this one has {length}.",
    principal:
      'IDs that start with "{prefix}" identify an IAM user, role, or other entity. They are not access keys.',
    temporary:
      '"{prefix}" is the prefix of a temporary access key, which requires a session token that an address cannot contain.',
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
