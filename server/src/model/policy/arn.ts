import { remember } from "../../text/memo.js";

/** A stretch of an ARN, with its place in the ARN's text. */
export interface ArnField {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An Amazon Resource Name taken apart: `arn:partition:service:region:account:resource`. */
export interface Arn {
  readonly text: string;
  readonly partition: ArnField;
  readonly service: ArnField;
  readonly region: ArnField;
  readonly account: ArnField;
  /** All that follows the fifth colon, further colons included. */
  readonly resource: ArnField;
}

/** The fields of a text that begins like an ARN, even if there are too few; nothing for another text. */
export function readArnFields(text: string): readonly ArnField[] | undefined {
  if (!text.startsWith("arn:")) return undefined;
  const fields: ArnField[] = [];
  let start = 4;
  for (let offset = 4; offset < text.length && fields.length < 4; offset++) {
    const character = text[offset];
    if (character === "$" && text[offset + 1] === "{") {
      // A policy variable holds colons of its own.
      const close = text.indexOf("}", offset);
      if (close > 0) offset = close;
    } else if (character === ":") {
      fields.push({ value: text.slice(start, offset), start, end: offset });
      start = offset + 1;
    }
  }
  fields.push({ value: text.slice(start), start, end: text.length });
  return fields;
}

/** Takes an ARN apart; nothing for a text that lacks the prefix or a field. */
export const readArn = remember((text): Arn | undefined => {
  const [partition, service, region, account, resource] = readArnFields(text) ?? [];
  if (
    partition === undefined ||
    service === undefined ||
    region === undefined ||
    account === undefined ||
    resource === undefined
  ) {
    return undefined;
  }
  return { text, partition, service, region, account, resource };
});

/** Whether an ARN is of a general purpose bucket or of objects in it: those have no Region or account. */
export function isBucketArn(arn: Arn | undefined): arn is Arn {
  return arn?.service.value === "s3" && arn.region.value === "" && arn.account.value === "";
}
