import { corsToolDialects, type CorsTool } from "../../catalog/cors/tools.js";
import { type CorsPlace } from "../../model/cors/cors.js";
import { plainValue } from "../../model/plain-value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const noUnsupportedTarget = defineRule({
  id: "cors/no-unsupported-target",
  dialects: ["s3", "s3-cli", "s3-xml", "gcs", "azure"],
  severity: "info",
  summary: "The storage service and the tool that applies a configuration must support it.",
  rationale:
    "MinIO's open-source edition does not support CORS per bucket: for every bucket, its server allows the origins in MINIO_API_CORS_ALLOW_ORIGIN, which allows all origins by default. Azure configures CORS for an account's whole Blob service, not for a container. Each tool reads the rules in one format: the AWS CLI under `CORSRules`, `mc` as XML, and gcloud and gsutil as a list with Cloud Storage field names.",
  certainty: "documented",
  sources: [
    "minio-cors",
    "minio-mc-cors-set",
    "azure-cors",
    "s3-put-cors",
    "gsutil-cors",
    "gcs-using-cors",
  ],
  messages: {
    minio:
      "MinIO's open-source edition does not support CORS per bucket. Its server allows all origins unless MINIO_API_CORS_ALLOW_ORIGIN limits them.",
    list: 'The AWS CLI expects an object with "CORSRules" here and rejects a bare list, which is the S3 console format.',
    "aws-cli": 'The AWS CLI expects an object with "CORSRules" here and rejects this format.',
    mc: '"mc cors set" reads only XML with a "CORSConfiguration" element, so it rejects this format.',
    gsutil:
      '"gsutil cors set" expects a list of rules with "origin", "method", and "responseHeader", so it rejects this format.',
    gcloud:
      '"--cors-file" expects a list of rules with "origin", "method", and "responseHeader", so gcloud rejects this format.',
    container: "Azure configures CORS for an account's whole Blob service, not for a container.",
  },
  *check({ place, head, listMember, list, dialect, tree }, report) {
    const span = listMember?.key.span ?? head;
    if (place === "minio") yield report("minio", span, {});
    else if (place === "azure-container") yield report("container", span, {});
    else if (isTool(place) && !corsToolDialects[place].value.includes(dialect)) {
      if (place !== "aws-cli" || dialect !== "s3") {
        yield report(place, span, {}, { severity: "error" });
      } else if (list !== undefined) {
        const plain = plainValue(list);
        const edit =
          plain === undefined ? undefined : tree.writer.replaceValue(list, { CORSRules: plain });
        const fixes = safeFix(message('Wrap the list in "CORSRules"'), edit);
        yield report("list", span, {}, { fixes, severity: "error" });
      }
    }
  },
});

function isTool(place: CorsPlace | undefined): place is CorsTool {
  return place !== undefined && Object.hasOwn(corsToolDialects, place);
}
