import { queueSchemes, schemes } from "../../catalog/address/providers.js";
import { settingKeyOf } from "../../catalog/installation/settings-keys.js";
import { addressOf } from "../../model/installation/environment.js";
import { defineRule } from "../rule.js";

export const noSwappedBucketAndQueue = defineRule({
  id: "installation/no-swapped-bucket-and-queue",
  severity: "error",
  summary:
    "`BUCKET` must contain the address of a bucket, and `BUCKET_QUEUE` the address of a queue.",
  rationale:
    "Both are URLs, but the server cannot store files in a queue or receive notifications from a bucket.",
  certainty: "documented",
  sources: ["wandb-environment-variables"],
  messages: {
    bucket: '"{name}" expects a queue, but this is the address of a bucket.',
    queue: '"{name}" expects a bucket, but this is the address of a queue.',
  },
  *check({ variables }, report) {
    for (const variable of variables) {
      const { name, value } = variable;
      const role = settingKeyOf(name)?.role;
      const colon = value.value.indexOf(":");
      const scheme = colon < 0 ? "" : value.value.slice(0, colon).trim().toLowerCase();
      // Azure's queues and containers are written alike.
      if (role === "queue" && scheme !== "az" && schemes.some((known) => known === scheme)) {
        yield report("bucket", addressOf(variable).head.span, { name });
      } else if ((role === "address" || role === "addresses") && queueSchemes.includes(scheme)) {
        yield report("queue", addressOf(variable).head.span, { name });
      }
    }
  },
});
