import { sources } from "./sources.js";
import {
  conditionKeyDetail,
  isGlobalConditionKey,
  normalConditionKey,
  serviceNames,
} from "./service-reference.js";
import { orgIdKey } from "./wandb/principals.js";

/** A page of somebody else's, and what it is about. */
export interface ReferencePage {
  readonly title: string;
  readonly url: string;
}

const authorization = "https://docs.aws.amazon.com/service-authorization/latest/reference";
const userGuide = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

/** Where AWS describes an action; nothing for a wildcard and for what AWS does not know. */
export function actionPage(prefix: string, name: string): ReferencePage | undefined {
  const service = serviceNames(prefix);
  const action = service?.actionByName.get(name.toLowerCase());
  if (service === undefined || action === undefined) return undefined;
  const list = `list_${service.prefix}`;
  return {
    title: `${service.prefix}:${action} in the AWS reference for ${service.name}`,
    url: `${authorization}/${list}.html#${list}-action-${action}`,
  };
}

/** Where a condition key is described. */
export function conditionKeyPage(key: string): ReferencePage | undefined {
  if (key === orgIdKey)
    return { title: `${key} in the W&B documentation`, url: sources["wandb-byob"].url };
  if (isGlobalConditionKey(key)) {
    // The page's sections leave out the name of a tag, as the key's normal form does.
    const section = normalConditionKey(key).replace("aws:", "").replace("/", "");
    return {
      title: `${key} in the AWS reference for global condition keys`,
      url: `${userGuide}/reference_policies_condition-keys.html#condition-keys-${section}`,
    };
  }
  const service = serviceNames(key.slice(0, Math.max(key.indexOf(":"), 0)));
  if (service === undefined || conditionKeyDetail(key) === undefined) return undefined;
  return {
    title: `Condition keys for ${service.name} in the AWS reference`,
    url: `${authorization}/list_${service.prefix}.html`,
  };
}

/** Where a bucket is administered in the browser; only for providers whose pages are told by its name. */
export function bucketConsole(provider: "aws" | "google", bucket: string): ReferencePage {
  return provider === "aws"
    ? {
        title: `${bucket} in the Amazon S3 console`,
        url: `https://console.aws.amazon.com/s3/buckets/${encodeURIComponent(bucket)}`,
      }
    : {
        title: `${bucket} in the Google Cloud console`,
        url: `https://console.cloud.google.com/storage/browser/${encodeURIComponent(bucket)}`,
      };
}
