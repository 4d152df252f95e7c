import { plainValue } from "../../model/plain-value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noUnsupportedTarget = defineRule({
  id: "cors/no-unsupported-target",
  dialects: ["s3", "s3-cli", "s3-xml", "azure"],
  severity: "info",
  summary: "A configuration must be applied to a storage and with a tool that support it.",
  rationale:
    "MinIO's open-source edition does not support CORS per bucket: its server allows the origins in MINIO_API_CORS_ALLOW_ORIGIN, by default all of them, for every bucket. Azure configures CORS for an account's whole Blob service, not for a container. The AWS CLI expects the rules under `CORSRules`; a bare list is the format of the S3 console.",
  certainty: "documented",
  sources: ["minio-cors", "azure-cors", "s3-put-cors"],
  messages: {
    minio:
      "MinIO's open-source edition does not support CORS per bucket. Its server allows all origins unless MINIO_API_CORS_ALLOW_ORIGIN limits them.",
    command:
      'The AWS CLI expects an object with "CORSRules" here and rejects a bare list, which is the S3 console format.',
    container: "Azure configures CORS for an account's whole Blob service, not for a container.",
  },
  *check({ place, head, listMember, list, dialect, tree }, report) {
    const span = listMember?.key.span ?? head;
    if (place === "aws-cli" && dialect === "s3" && list !== undefined) {
      const plain = plainValue(list);
      const edit =
        plain === undefined ? undefined : tree.writer.replaceValue(list, { CORSRules: plain });
      const fixes = safeFix(message('Wrap the list in "CORSRules"'), edit);
      yield report("command", span, {}, { fixes, severity: "error" });
    }
    if (place === "minio") yield report("minio", span, {});
    if (place === "azure-container") yield report("container", span, {});
  },
});
