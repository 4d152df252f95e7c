import { addRule } from "../../model/cors/edits.js";
import { knownOrigins, wandbRule } from "../../model/cors/needs.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireRule = defineRule({
  id: "cors/require-rule",
  dialects: ["s3", "s3-cli", "s3-xml", "cloudformation", "gcs-api", "azure"],
  severity: "error",
  summary: "A configuration must have at least one rule.",
  rationale:
    "Google's tools and Azure delete all rules if the list is empty; S3 rejects an empty list. Without rules, the browser blocks every request from W&B.",
  certainty: "documented",
  sources: ["gcs-using-cors", "s3-put-cors", "wandb-byob"],
  messages: {
    cleared: "An empty list removes all CORS rules, so browsers block every cross-origin request.",
    refused: "S3 rejects a configuration without rules. Add at least one rule.",
  },
  *check(cors, report, profile) {
    const { rulesValue, listMember } = cors;
    if (cors.rules.length > 0 || cors.strays.length > 0 || cors.partial) return;
    if (rulesValue !== undefined && rulesValue.kind !== "array" && rulesValue.kind !== "null")
      return;
    const known = knownOrigins(profile);
    const fixes = [
      ...(known.length > 0
        ? reviewFix(
            message("Add a CORS rule for {origins}", { origins: formatList(known) }),
            addRule(cors, wandbRule(cors, known)),
          )
        : []),
      ...reviewFix(
        message("Add the CORS rule from the W&B documentation"),
        addRule(cors, wandbRule(cors)),
      ),
    ];
    const span = listMember?.key.span ?? cors.head;
    const isBare = cors.dialect === "s3" && cors.list?.items.length === 0;
    yield cors.storage === "s3" && !isBare
      ? report("refused", span, {}, { fixes })
      : report("cleared", span, {}, { fixes });
  },
});
