import { partitionOf, regions } from "../../catalog/regions.js";
import { hasEndpoint } from "../../model/installation/chart-bucket.js";
import {
  type Environment,
  instanceAddress,
  variableOf,
} from "../../model/installation/environment.js";
import { hasPlaceholder } from "../../syntax/placeholders.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { replaceText, type SourceText } from "../../text/source-text.js";
import { type Span } from "../../text/span.js";
import { defineRule, reviewFix } from "../rule.js";

export const knownRegion = defineRule({
  id: "installation/known-region",
  severity: "warning",
  summary: "The Region of a bucket on AWS must exist.",
  rationale:
    "The server looks for the bucket in the Region from `AWS_REGION`, which the chart sets to `region`. A misspelled Region has no endpoint.",
  certainty: "verified",
  sources: ["aws-partitions", "wandb-helm-bucket"],
  messages: {
    misspelled:
      '"{region}" is not an AWS Region, so there is no endpoint to connect to. Did you mean "{known}"?',
    unknown: '"{region}" is not an AWS Region, so there is no endpoint to connect to.',
  },
  *check(environment, report) {
    for (const { text, span, source } of regionsOf(environment)) {
      const region = text.trim().toLowerCase();
      if (!/^[\w-]+$/.test(region) || partitionOf(region) !== undefined) continue;
      const known = nearest(region, regions);
      if (known === undefined) {
        yield report("unknown", span, { region: text });
        continue;
      }
      const fixes = reviewFix(
        message('Replace "{region}" with "{known}"', { region: text, known }),
        replaceText(source, 0, source.value.length, known),
      );
      yield report("misspelled", span, { region: text, known }, { fixes });
    }
  },
});

interface NamedRegion {
  readonly text: string;
  readonly span: Span;
  readonly source: SourceText;
}

/** The Regions of buckets on AWS itself; other stores name theirs as they like. */
function* regionsOf(environment: Environment): Iterable<NamedRegion> {
  const kind = instanceAddress(environment)?.kind;
  const variable = variableOf(environment, "AWS_REGION");
  if (variable !== undefined && (kind === "s3-aws" || kind === "s3-ambient")) {
    const { value, valueSpan } = variable;
    if (!hasPlaceholder(value.value)) yield { text: value.value, span: valueSpan, source: value };
  }
  for (const { scheme, fields } of environment.buckets ?? []) {
    const { name, region } = fields;
    if (scheme !== "s3" || name === undefined || name.partial || hasEndpoint(name.text)) continue;
    if (region?.node === undefined || region.partial) continue;
    yield { text: region.text, span: region.span, source: region.node.content };
  }
}
