/**
 * Words without which no document holds anything for us, so that most files are never parsed: the
 * schemes of addresses, as they are and in a Secret's base64, the server's settings, a chart's values, and what
 * policies and CORS configurations cannot be written without.
 */
const telling =
  /(?:[sS]3[an]?|[gG][cC]?[sS]|[aA][zZ]|azure|azblob|abfss?|wasbs?|[cC][wW]|minio|coreweave):(?:\\?\/){2}|czM6Ly|Z3M6Ly|YXo6Ly|Y3c6Ly|BUCKET|_FILE_STORE|Statement|statement|20(?:12|08)-10-17|[Cc]ors|CORS|[Aa]llow(?:ed)?_?-?(?:[Oo]rigin|[Mm]ethod|[Hh]eader)|responseHeader|response_header|exposeHeaders|"method"|\bglobal["']?\s*[:=.]|create-bucket|storage (?:container|account) create|[Ll]ifecycle|"Expiration"|base_?[bB]lob|"?StorageClass"?:|soft[-_]?[dD]elete|roles\/storage|iam ch |federated[-_](?:credential|identity)|"audiences"|KeyUsage|key_usage|storageBucket|objectStore:|"objectStore"|wandb\/wandb\/|terraform-(?:aws|azurerm|google)-wandb|bucket_kms_key_arn/;

/** Whether a text can hold anything for us at all; cheap, so that it can be asked of every file. */
export function isTelling(text: string): boolean {
  return telling.test(text);
}

/** Whether a document speaks of W&B at all; asked of each of its settings, and searched once. */
export function speaksOfWandb(text: string): boolean {
  if (text !== asked) {
    asked = text;
    spoke = wandb.test(text);
  }
  return spoke;
}

const wandb = /wandb|\bW&(?:amp;)?B\b|weights\s?(?:&|and)\s?biases|GORILLA_/i;
let asked = "";
let spoke = false;
