import { corsDialects } from "../../catalog/cors/dialects.js";
import { plainValue } from "../../model/plain-value.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const requireRuleList = defineRule({
  id: "cors/require-rule-list",
  dialects: ["s3", "s3-cli", "cloudformation", "gcs", "azure"],
  severity: "error",
  summary: "The rules must be in a list, even if there is only one.",
  rationale:
    "The S3 console and the AWS CLI reject a single rule outside a list. gsutil requires a list, and gcloud fails with an error about `items`.",
  certainty: "verified",
  sources: ["s3-put-cors", "gsutil-cors", "azure-arm-cors"],
  editorReports: "json-shape",
  messages: {
    lone: "{reader} expects a list of rules and rejects a single rule outside a list.",
    bare: 'CloudFormation expects the rules in "CorsRules" and rejects a list in their place.',
    other: "{reader} expects a list of rules here and rejects anything else.",
  },
  *check(cors, report) {
    const { reader } = corsDialects[cors.dialect];
    const value = cors.rulesValue;
    if (
      cors.dialect === "cloudformation" &&
      value?.kind === "array" &&
      cors.container === undefined
    ) {
      const plain = plainValue(value);
      const edit =
        plain === undefined
          ? undefined
          : cors.tree.writer.replaceValue(value, { CorsRules: plain });
      yield report("bare", cors.head, {}, { fixes: safeFix(message('Insert "CorsRules"'), edit) });
      return;
    }
    if (value === undefined || value.kind === "array" || cors.partial) return;
    const span = cors.listMember?.key.span ?? cors.head;
    if (value.kind !== "object") {
      yield report("other", span, { reader });
      return;
    }
    const plain = plainValue(value);
    const title = message("Wrap the rule in a list");
    const edit = plain === undefined ? undefined : cors.tree.writer.replaceValue(value, [plain]);
    yield report("lone", span, { reader }, { fixes: safeFix(title, edit) });
  },
});
