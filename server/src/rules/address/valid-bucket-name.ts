import { readEndpoint } from "../../catalog/address/endpoints.js";
import { parameterOf, type Address } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import {
  findNameFault,
  namesOf,
  suggestName,
  type NameFault,
  type Named,
} from "../../model/address/name.js";
import { mayBeOldName } from "../../model/bucket-name.js";
import { message } from "../../text/message.js";
import { type Severity } from "../../schema/severity.js";
import { defineRule, reviewFix } from "../rule.js";

export const validBucketName = defineRule({
  id: "address/valid-bucket-name",
  severity: "error",
  summary: "Buckets, storage accounts, and containers must have names that their provider allows.",
  rationale: "Each provider has naming rules. A bucket with any other name cannot exist.",
  certainty: "verified",
  sources: [
    "s3-bucket-names",
    "coreweave-buckets",
    "gcs-bucket-names",
    "azure-names",
    "azure-containers",
  ],
  messages: {
    length:
      "{owner} requires this name to have {minimum} to {maximum} characters, but it has {length}.",
    character: '{owner} does not allow "{character}" in this name.',
    edge: '{owner} requires this name to start and end with a letter or digit, not with "{character}".',
    run: '{owner} does not allow "{character}" in this name.',
    address: "{owner} does not allow an IP address as a name.",
  },
  *check(address, report) {
    for (const name of namesOf(address)) {
      if (name.naming === "azure-account" && readEndpoint(name.part.text).service === "azure")
        continue;
      const fault = findNameFault(address, name);
      if (fault === undefined) continue;
      const { owner, minimum, maximum } = name.rules;
      const { span, text: character } = fault.part;
      const other = suggestName(name);
      const fixes =
        other === undefined
          ? []
          : reviewFix(
              message('Use the name "{name}"', { name: other }),
              replacePart(address, name.part, other),
            );
      const options = { fixes, severity: severityOf(address, name, fault) };
      switch (fault.type) {
        case "length":
          yield report(
            "length",
            span,
            {
              owner,
              minimum: String(minimum),
              maximum: String(maximum),
              length: String(character.length),
            },
            options,
          );
          break;
        case "ip-address":
          yield report("address", span, { owner }, options);
          break;
        case "character":
        case "edge":
        case "run":
          yield report(fault.type, span, { owner, character }, options);
      }
    }
  },
});

/** Other stores may allow more, and buckets from before March 2018 in us-east-1 may have older names. */
function severityOf(address: Address, { naming, part }: Named, { type }: NameFault): Severity {
  if (naming === "s3-compatible") return "warning";
  if (naming !== "aws") return "error";
  const region = address.endpoint?.region?.text ?? parameterOf(address, "region")?.value?.value;
  const mayBeOld = region === undefined || region === "us-east-1";
  const isOldForm = mayBeOldName(part.text) && (type === "character" || type === "length");
  return mayBeOld && isOldForm ? "warning" : "error";
}
