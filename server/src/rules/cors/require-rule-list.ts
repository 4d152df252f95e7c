import { corsDialects } from "../../catalog/cors/dialects.js";
import { corsSources } from "../../catalog/cors/sources.js";
import { plainValue } from "../../model/plain-value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireRuleList = defineRule({
  id: "cors/require-rule-list",
  dialects: ["s3", "s3-cli", "cloudformation", "gcs", "azure"],
  severity: "error",
  summary: "The rules must stand in a list, even when there is only one.",
  rationale:
    "The S3 console and the AWS CLI refuse a rule that stands alone. gsutil asks for a list, and gcloud fails with an error about `items`.",
  certainty: "verified",
  sources: [corsSources.s3PutCors, corsSources.gsutilCors, corsSources.azureArm],
  editorReports: "json-shape",
  messages: {
    lone: "{reader} wants a list of rules and refuses a rule that stands alone.",
    other: "{reader} wants a list of rules here and refuses anything else.",
  },
  *check(cors, report) {
    const { reader } = corsDialects[cors.dialect];
    const value = cors.rulesValue;
    if (value === undefined || value.kind === "array" || cors.partial) return;
    const span = cors.listMember?.key.span ?? cors.head;
    if (value.kind !== "object") {
      yield report("other", span, { reader });
      return;
    }
    const plain = plainValue(value);
    const title = message("Put the rule into a list");
    const edit = plain === undefined ? undefined : cors.tree.writer.replaceValue(value, [plain]);
    yield report("lone", span, { reader }, { fixes: safeFix(title, edit) });
  },
});
