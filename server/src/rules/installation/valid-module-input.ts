import { moduleKeyPattern, permissionsModes } from "../../catalog/installation/stores.js";
import { type ChartText } from "../../model/installation/chart-bucket.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, type Fix, safeFix } from "../rule.js";

export const validModuleInput = defineRule({
  id: "installation/valid-module-input",
  severity: "error",
  summary: "The inputs of W&B's Terraform modules must have the form that the modules expect.",
  rationale:
    "The AWS module requires `bucket_kms_key_arn` to match the pattern of a key ARN, so the plan fails with an alias. Buckets and storage accounts must be specified by name only, because the modules use the names in data sources and in the chart values.",
  certainty: "verified",
  sources: ["wandb-terraform-aws", "wandb-terraform-azure", "wandb-terraform-google"],
  messages: {
    alias:
      "The module accepts only the ARN of a key, such as arn:aws:kms:REGION:ACCOUNT:key/ID, and rejects an alias.",
    key: "The module accepts only the ARN of a key in the aws partition, such as arn:aws:kms:REGION:ACCOUNT:key/ID.",
    scheme: 'This input must be only the name of the bucket. Remove "{scheme}".',
    account:
      'This input must be only the name of the storage account, which cannot contain dots. Use "{name}".',
    mode: 'The module does not support the permissions mode "{mode}". Use one of {modes}.',
  },
  *check({ stores = [] }, report) {
    for (const { fields } of stores) {
      const key = known(fields.get("bucket_kms_key_arn"));
      if (key !== undefined && !moduleKeyPattern.test(key.text)) {
        yield report(/(?:^|:)alias\//.test(key.text) ? "alias" : "key", key.span, {});
      }
      const name = known(fields.get("bucket_name"));
      const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(name?.text ?? "")?.[0];
      if (name !== undefined && scheme !== undefined) {
        const fixes = replace(name, name.text.slice(scheme.length));
        yield report("scheme", name.span, { scheme }, { fixes });
      }
      const account = known(fields.get("storage_account"));
      const [label = ""] = account?.text.replace(/^[a-z]+:\/\//, "").split(".") ?? [];
      if (account !== undefined && label !== "" && label !== account.text) {
        const fixes = replace(account, label);
        const data = { name: label };
        yield report("account", account.span, data, { fixes, severity: "warning" });
      }
      const mode = known(fields.get("bucket_permissions_mode"));
      if (mode !== undefined && !permissionsModes.includes(mode.text)) {
        yield report("mode", mode.span, {
          mode: mode.text,
          modes: formatList(permissionsModes, "or"),
        });
      }
    }
  },
});

/** A text that is written out. */
function known(field: ChartText | undefined): ChartText | undefined {
  const isKnown = field?.node !== undefined && !field.partial && field.text !== "";
  return isKnown ? field : undefined;
}

function replace({ node }: ChartText, text: string): readonly Fix[] {
  if (node === undefined) return [];
  const title = message('Replace with "{text}"', { text });
  return safeFix(title, replaceText(node.content, 0, node.value.length, text));
}
