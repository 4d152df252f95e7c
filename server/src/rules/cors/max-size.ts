import { azureDialects, s3Dialects, corsStorageNames } from "../../catalog/cors/dialects.js";
import { mostBytes } from "../../catalog/cors/facts.js";
import { bytesOf } from "../../model/cors/size.js";
import { defineRule } from "../rule.js";

export const maxSize = defineRule({
  id: "cors/max-size",
  dialects: [...s3Dialects, ...azureDialects],
  severity: "error",
  summary: "A configuration must not be larger than its storage service accepts.",
  rationale:
    "S3 accepts up to 64 KB, measured as XML regardless of the format of the document. Azure accepts up to 2 KiB, not counting XML tags.",
  certainty: "documented",
  sources: ["s3-put-cors", "azure-cors"],
  messages: {
    tooLarge:
      "The rules are {bytes} bytes when sent, but {storage} accepts at most {most} bytes, so it rejects the configuration.",
  },
  *check(cors, report) {
    const { storage } = cors;
    const most = mostBytes[storage]?.value ?? Infinity;
    const bytes = bytesOf(cors);
    if (bytes <= most) return;
    yield report("tooLarge", cors.head, {
      bytes: String(bytes),
      storage: corsStorageNames[storage],
      most: String(most),
    });
  },
});
