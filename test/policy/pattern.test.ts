import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArn, readArnFields } from "../../server/src/model/policy/arn.js";
import { covers, matches, overlaps } from "../../server/src/model/policy/pattern.js";

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 7 });
const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

/** The same question asked of a regular expression. */
function byExpression(glob: string, subject: string): boolean {
  const source = Array.from(glob)
    .map((character) => (character === "*" ? ".*" : character === "?" ? "." : character))
    .join("");
  return new RegExp(`^${source}$`).test(subject);
}

describe("patterns", () => {
  test("a pattern matches what the same regular expression matches", () => {
    fc.assert(
      fc.property(pattern, text, (glob, subject) => {
        expect(matches(glob, subject)).toBe(byExpression(glob, subject));
      }),
    );
  });

  test("a covering pattern matches whatever the covered one matches", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (general, specific, subject) => {
        if (covers(general, specific) && matches(specific, subject)) {
          expect(matches(general, subject)).toBe(true);
        }
      }),
    );
  });

  test("patterns overlap where a text matches both", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (a, b, subject) => {
        if (matches(a, subject) && matches(b, subject)) expect(overlaps(a, b)).toBe(true);
      }),
    );
  });

  test.each([
    ["s3:*", "s3:Get*", true],
    ["s3:Get*", "s3:*", false],
    ["*", "anything", true],
    ["a?*", "a*?", true],
    ["a?", "a*", false],
    ["arn:aws:s3:::b*", "arn:aws:s3:::b/*", true],
    ["*Object", "Get*", false],
  ])("%s covers %s: %s", (general, specific, expected) => {
    expect(covers(general, specific)).toBe(expected);
  });

  test("patterns that share no text do not overlap", () => {
    expect(overlaps("s3:Get*", "s3:Put*")).toBe(false);
    expect(overlaps("s3:*Object", "s3:Get*")).toBe(true);
    expect(overlaps("a?", "a")).toBe(false);
  });

  test("many stars take no more than a moment", () => {
    const started = performance.now();
    expect(matches("*a".repeat(200), `${"a".repeat(5000)}b`)).toBe(false);
    expect(overlaps("*a".repeat(200), "*b".repeat(200))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("ARNs", () => {
  test("an ARN is taken apart with the place of each field", () => {
    const arn = readArn("arn:aws:kms:us-east-1:111122223333:key/a:b");
    expect(arn?.service).toEqual({ value: "kms", start: 8, end: 11 });
    expect(arn?.resource.value).toBe("key/a:b");
  });

  test("a policy variable's colon splits nothing", () => {
    expect(readArn("arn:aws:iam::${aws:PrincipalAccount}:role/x")?.account.value).toBe(
      "${aws:PrincipalAccount}",
    );
  });

  test("an ARN with too few fields gives those that are there", () => {
    expect(readArn("arn:aws:s3:bucket")).toBeUndefined();
    expect(readArnFields("arn:aws:s3:bucket")).toHaveLength(3);
    expect(readArnFields("my-bucket")).toBeUndefined();
  });
});
