import { internalQueue } from "../../catalog/installation/environment-variables.js";
import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { instanceAddress } from "../../model/installation/environment.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import { message } from "../../text/message.js";
import { replaceText } from "../../text/source-text.js";
import { defineRule, reviewFix } from "../rule.js";

/** Queues that a cloud's own buckets notify, by the bucket's scheme. */
const queuesByScheme: Readonly<Record<string, string>> = { s3: "sqs", gs: "pubsub", az: "az" };

export const matchQueueToBucket = defineRule({
  id: "installation/match-queue-to-bucket",
  severity: "warning",
  summary: "The queue must be one that the bucket can notify, or the server's internal queue.",
  rationale:
    "AWS buckets send notifications to SQS, and Google Cloud buckets to Pub/Sub. For all other providers, the server uses its internal queue.",
  certainty: "documented",
  sources: ["wandb-environment-variables", "wandb-helm-bucket"],
  messages: {
    other:
      'The bucket cannot send notifications to this queue. Use "{queue}", which works without notifications.',
  },
  *check(environment, report) {
    const address = instanceAddress(environment);
    if (address?.provider === undefined || address.kind === "s3") return;
    const native = address.kind === "s3-compatible" ? undefined : queuesByScheme[address.provider];
    for (const { name, value, valueSpan } of environment.variables) {
      const text = value.value.trim();
      if (settingKeyOf(name)?.role !== "queue" || text === "" || hasPlaceholder(text)) continue;
      const scheme = text.slice(0, Math.max(0, text.indexOf(":")));
      const isOther = scheme === "sqs" || scheme === "pubsub" || scheme === "az";
      if (!isOther || scheme === native) continue;
      const fixes = reviewFix(
        message('Replace with "{queue}"', { queue: internalQueue }),
        replaceText(value, 0, value.value.length, internalQueue),
      );
      yield report("other", valueSpan, { queue: internalQueue }, { fixes });
    }
  },
});
