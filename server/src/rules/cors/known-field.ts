import { corsDialects, dialectsWithout } from "../../catalog/cors/dialects.js";
import { foreignStorage, isForeignExposure, isOwnKey } from "../../model/cors/keys.js";
import { message } from "../../text/message.js";
import { defineRule, safeFix } from "../rule.js";

export const knownField = defineRule({
  id: "cors/known-field",
  dialects: dialectsWithout("azure-cli"),
  severity: "error",
  summary: "Every field must use the name that its tool or storage expects.",
  rationale:
    "Each tool names the same fields differently. AWS and Azure reject a configuration with an unknown name. Google's tools keep the unknown field but do not read it, so the setting silently has no effect.",
  certainty: "verified",
  sources: [
    "s3-cors-rule",
    "cloudformation-cors-rule",
    "gcs-bucket",
    "azure-arm-cors",
    "gsutil-cors",
  ],
  messages: {
    refused:
      '{reader} does not accept "{key}" and rejects the configuration. Did you mean "{known}"?',
    ignored: '{reader} ignores "{key}", so this setting has no effect. Did you mean "{known}"?',
    unknown: '{reader} does not recognize the field "{key}" and rejects the configuration.',
    idle: '{reader} ignores "{key}"; the rest of the rule still applies.',
  },
  *check(cors, report) {
    const { reader, unknownKeys, list } = corsDialects[cors.dialect];
    const { writer } = cors.tree;
    const rename = (known: string) => message('Rename to "{known}"', { known });
    const { listMember } = cors;
    if (listMember !== undefined && list !== undefined && listMember.key.value !== list) {
      const data = { reader, key: listMember.key.value, known: list };
      const fixes = safeFix(rename(list), writer.renameKey(listMember, list));
      yield report("refused", listMember.key.span, data, { fixes });
    }
    for (const rule of cors.rules) {
      if (foreignStorage(cors, rule) !== undefined) continue;
      for (const unknown of rule.unknown) {
        const { member, meant } = unknown;
        const key = member.key.value;
        if (isForeignExposure(cors, unknown) || key === "" || key.startsWith("@")) continue;
        const isTaken = rule.node.members.some((other) => other.key.value === meant);
        const first = rule.unknown.find((other) => other.meant === meant);
        if (meant === undefined || !isOwnKey(cors, meant)) {
          yield unknownKeys === "refused"
            ? report("unknown", member.key.span, { reader, key })
            : report("idle", member.key.span, { reader, key }, { severity: "warning" });
          continue;
        }
        const fixes =
          isTaken || first !== unknown
            ? []
            : safeFix(rename(meant), writer.renameKey(member, meant));
        const data = { reader, key, known: meant };
        yield report(unknownKeys, member.key.span, data, { fixes });
      }
    }
  },
});
