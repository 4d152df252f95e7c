import { corsSources } from "../../catalog/cors/sources.js";
import { plainValue } from "../../model/plain-value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noUnsupportedTarget = defineRule({
  id: "cors/no-unsupported-target",
  dialects: ["s3", "s3-cli", "s3-xml", "azure"],
  severity: "info",
  summary: "A configuration must be given to a storage and a tool that read it.",
  rationale:
    "MinIO's open edition has no CORS for a bucket: its server allows the origins in MINIO_API_CORS_ALLOW_ORIGIN, all by default, for every bucket. Azure has CORS for an account's whole Blob service, not for a container. The AWS CLI wants the rules in `CORSRules`; a list alone is what the S3 console shows.",
  certainty: "documented",
  sources: [corsSources.minio, corsSources.azureCors, corsSources.s3PutCors],
  messages: {
    minio:
      "MinIO's open edition reads no CORS of a bucket; its server allows all origins unless MINIO_API_CORS_ALLOW_ORIGIN narrows them.",
    command:
      'The AWS CLI wants an object with "CORSRules" here; a list alone is for the S3 console.',
    container: "Azure has CORS for an account's Blob service, not for a container.",
  },
  *check({ place, head, listMember, list, dialect, tree }, report) {
    const span = listMember?.key.span ?? head;
    if (place === "aws-cli" && dialect === "s3" && list !== undefined) {
      const plain = plainValue(list);
      const edit =
        plain === undefined ? undefined : tree.writer.replaceValue(list, { CORSRules: plain });
      const fixes = safeFix(message('Put the list into "CORSRules"'), edit);
      yield report("command", span, {}, { fixes, severity: "error" });
    }
    if (place === "minio") yield report("minio", span, {});
    if (place === "azure-container") yield report("container", span, {});
  },
});
