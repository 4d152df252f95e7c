import { type ProblemCode } from "../../syntax/value.js";
import { defineRule } from "../rule.js";

export const validXml = defineRule({
  id: "cors/valid-xml",
  dialects: ["s3-xml", "azure-xml"],
  severity: "error",
  summary: "A CORS configuration in XML must be well-formed.",
  rationale:
    "S3 and Azure parse the document as XML and reject the entire configuration with the error `MalformedXML` or `InvalidXmlDocument` if a tag is missing or does not match.",
  certainty: "documented",
  sources: ["s3-put-cors", "azure-cors"],
  messages: {
    syntax: "This is not well-formed XML, so the configuration is rejected.",
    unclosed: "This element is not closed, so the configuration is rejected.",
    reference: 'In XML, "&" must be written as "&amp;", so the configuration is rejected.',
    empty: "This file does not contain a CORS configuration.",
    large: "This text is too deeply nested to check.",
  },
  *check({ tree }, report) {
    // What follows the first slip may follow from it.
    const [first] = tree.problems.toSorted((a, b) => a.span.start - b.span.start);
    if (first !== undefined) yield report(codes[first.code] ?? "syntax", first.span, {});
  },
});

const codes: Readonly<Partial<Record<ProblemCode, "unclosed" | "reference" | "empty" | "large">>> =
  {
    unclosed: "unclosed",
    "bad-escape": "reference",
    "missing-value": "empty",
    "too-deep": "large",
    "too-large": "large",
  };
