import { corsSources } from "../../catalog/cors-sources.js";
import { defineRule } from "../rule.js";

export const takeEffect = defineRule({
  id: "cors/take-effect",
  severity: "info",
  summary: "A configuration must be given to a storage that reads it.",
  rationale:
    "MinIO's open edition has no CORS for a bucket: its server allows the origins in MINIO_API_CORS_ALLOW_ORIGIN, all by default, for every bucket. Azure has CORS for an account's whole Blob service, not for a container.",
  certainty: "documented",
  sources: [corsSources.minio, corsSources.azureCors],
  messages: {
    minio:
      "MinIO's open edition reads no CORS of a bucket; its server allows all origins unless MINIO_API_CORS_ALLOW_ORIGIN narrows them.",
    container: "Azure has CORS for an account's Blob service, not for a container.",
  },
  *check({ place, head, listMember }, report) {
    const span = listMember?.key.span ?? head;
    if (place === "minio") yield report("minio", span, {});
    if (place === "azure-container") yield report("container", span, {});
  },
});
