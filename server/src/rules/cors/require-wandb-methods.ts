import { addItems, addRule } from "../../model/cors/edits.js";
import { allowsMethod } from "../../model/cors/match.js";
import {
  isReadOnly,
  knownOrigins,
  missingMethods,
  wandbRule,
  wandbTargets,
} from "../../model/cors/needs.js";
import { isForWandb } from "../../model/profile.js";
import { formatList } from "../../text/list.js";
import { message } from "../../text/message.js";
import { defineRule, reviewFix, safeFix } from "../rule.js";

export const requireWandbMethods = defineRule({
  id: "cors/require-wandb-methods",
  severity: "error",
  summary: "The rules must allow `GET`, `HEAD`, and `PUT`.",
  rationale:
    "The W&B front end reads and uploads files from the browser. If no rule allows a method, the browser hides the response from the page or, for `PUT`, does not send the request at all. CORS does not grant access by itself: every request still needs a presigned URL.",
  certainty: "documented",
  sources: ["wandb-byob", "weave-media-references"],
  messages: {
    missing: "No rule allows {methods}, so the browser blocks these requests from W&B.",
    elsewhere:
      'No rule allows {methods} from "{origin}", so the browser blocks these requests from that origin.',
    readOnly:
      "Without PUT, the browser blocks every upload from W&B. Only a bucket that contains nothing but Weave reference media works without it.",
  },
  *check(cors, report, profile) {
    for (const target of wandbTargets(cors, profile)) {
      const { rule } = target;
      const { methods } = rule;
      const missing = missingMethods(cors, target);
      // A rule without any method is reported as such.
      if (missing.length === 0 || methods === undefined || methods.items.length === 0) continue;
      const names = formatList(missing, "or");
      const known = knownOrigins(profile);
      const published = wandbRule(cors, known.length > 0 ? known : ["*"]);
      // An origin of "*" makes it likely, not sure, that the rule is W&B's.
      const widen = isForWandb(profile) ? safeFix : reviewFix;
      const fixes = [
        ...widen(
          message("Allow {methods}", { methods: formatList(missing) }),
          addItems(cors, rule, "methods", missing),
        ),
        ...reviewFix(message("Add a CORS rule for W&B"), addRule(cors, published)),
      ];
      const { origin } = target;
      const isElsewhere = missing.some((method) =>
        cors.rules.some((other) => allowsMethod(other, method, cors.storage, "lenient") !== "no"),
      );
      if (isReadOnly(cors)) yield report("readOnly", methods.keySpan, {}, { severity: "info" });
      else if (isElsewhere && origin !== undefined) {
        yield report("elsewhere", methods.keySpan, { methods: names, origin }, { fixes });
      } else yield report("missing", methods.keySpan, { methods: names }, { fixes });
    }
  },
});
