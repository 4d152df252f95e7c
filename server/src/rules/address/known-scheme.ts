import { foreignSchemes, queueSchemes, schemes } from "../../catalog/address/providers.js";
import { otherKinds } from "../../model/address/address.js";
import { replacePart } from "../../model/address/edits.js";
import { translateForeign } from "../../model/address/foreign.js";
import { message } from "../../text/message.js";
import { nearest } from "../../text/nearest.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const knownScheme = defineRule({
  id: "address/known-scheme",
  kinds: otherKinds,
  severity: "error",
  summary: "A storage address must start with `cw://`, `s3://`, `gs://`, or `az://`.",
  rationale:
    "The server selects the storage provider by the scheme. It supports only these four, not the alternative names that other programs use.",
  certainty: "verified",
  sources: ["wandb-byob", "wandb-operator-connections"],
  messages: {
    absent:
      "This address has no scheme, so W&B cannot determine the storage provider. Start it with cw://, s3://, gs://, or az://.",
    foreign: 'W&B does not support "{scheme}://" addresses. Did you mean "{known}://"?',
    misspelled:
      'W&B does not support the scheme "{scheme}", so it cannot use this address. Did you mean "{known}"?',
    unknown: 'W&B does not support the scheme "{scheme}", so it cannot use this address.',
  },
  *check(address, report) {
    const { scheme, whole, context, tokens } = address;
    if (whole.text === "" || scheme?.partial === true) return;
    if (scheme === undefined) {
      if (context.known && !whole.partial && tokens.at === undefined) {
        yield report("absent", whole.span, {});
      }
      return;
    }
    const name = scheme.value.toLowerCase();
    if (queueSchemes.includes(name)) return;
    const translation = translateForeign(address);
    if (translation !== undefined) {
      const fixes = safeFix(
        message('Rewrite as "{known}://"', { known: translation.scheme }),
        replacePart(address, translation.replaced, translation.text),
      );
      yield report(
        "foreign",
        scheme.span,
        { scheme: scheme.value, known: translation.scheme },
        { fixes },
      );
      return;
    }
    // Of words as short as these any two are alike, so the first letter must be the same.
    const alike = schemes.filter(
      (candidate) => name.length > 1 && candidate.startsWith(name.charAt(0)),
    );
    const known = foreignSchemes[name] ?? nearest(name, alike);
    if (known === undefined) {
      yield report("unknown", scheme.span, { scheme: scheme.value });
      return;
    }
    const data = { scheme: scheme.value, known };
    const fixes = reviewFix(
      message('Replace "{scheme}" with "{known}"', data),
      replacePart(address, scheme, known),
    );
    yield report("misspelled", scheme.span, data, { fixes });
  },
});
