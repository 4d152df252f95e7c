import { azureDialects, s3Dialects, corsStorageNames } from "../../catalog/cors/dialects.js";
import { mostBytes } from "../../catalog/cors/facts.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { bytesOf } from "../../model/cors/size.js";
import { defineRule } from "../rule.js";

export const maxSize = defineRule({
  id: "cors/max-size",
  dialects: [...s3Dialects, ...azureDialects],
  severity: "error",
  summary: "A configuration must not be larger than its storage takes.",
  rationale:
    "S3 takes 64 KB as XML, whatever the document was written in. Azure takes 2 KiB, not counting the XML's tags.",
  certainty: "documented",
  sources: [corsSources.s3PutCors, corsSources.azureCors],
  messages: {
    tooLarge:
      "The rules are {bytes} bytes when sent; {storage} takes at most {most}, so it refuses them.",
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
