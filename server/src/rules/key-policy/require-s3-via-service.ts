import { viaServiceKey } from "../../catalog/policy/request-keys.js";
import { isUnknown } from "../../model/policy/policy.js";
import { isExclusive, obstaclesOf } from "../../model/wandb/denial.js";
import { replaceText } from "../../text/source-text.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix } from "../rule.js";

export const requireS3ViaService = defineRule({
  id: "key-policy/require-s3-via-service",
  severity: "error",
  summary: "A condition on `kms:ViaService` must allow W&B to use the key through S3.",
  rationale:
    "W&B does not use the key directly. S3 uses it when W&B reads and writes encrypted objects.",
  certainty: "verified",
  sources: ["s3-kms-permissions", "wandb-byob"],
  acrossStatements: true,
  messages: {
    service:
      'W&B uses the key through S3, but "{service}" is a different service, so W&B is denied access.',
  },
  *check(policy, report) {
    for (const { statement, conditions } of obstaclesOf(policy)) {
      const condition = conditions.find(
        ({ key }) => key.toLowerCase() === viaServiceKey.toLowerCase(),
      );
      if (condition === undefined || !isExclusive(condition, statement)) continue;
      const texts = condition.values.flatMap((value) => (value.kind === "string" ? [value] : []));
      const [first] = texts;
      if (first === undefined || texts.some((text) => isUnknown(text) || admitsS3(text.value))) {
        continue;
      }
      const service = first.value;
      const dot = service.indexOf(".");
      const fixes =
        texts.length === 1 && dot > 0
          ? reviewFix(
              message('Replace with "{service}"', { service: `s3${service.slice(dot)}` }),
              replaceText(first.content, 0, dot, "s3"),
            )
          : [];
      yield report("service", first.span, { service }, { fixes });
    }
  },
});

function admitsS3(service: string): boolean {
  const name = service.split(".", 1)[0] ?? "";
  return name === "s3" || name.includes("*") || name.includes("?");
}
