import { expect, test } from "vitest";
import { redact } from "../../server/src/model/address/secrets.js";

test("hides each telling part of a secret", () => {
  expect(redact("key 4711-hunter2 and 711-hunter", ["4711-hunter2"])).toBe("key •••• and ••••");
});

test("hides words that stand together as they do in a secret", () => {
  expect(redact("s3://k:correct/horse/battery@h", ["correct/horse/battery"])).toBe("s3://k:••••@h");
  expect(redact("correct+horse", ["correct+horse"])).toBe("••••");
});

test("leaves a plain word of a text that a secret also contains", () => {
  expect(redact("| secret access key | my-secret-4711 |", ["my-secret-4711"])).toBe(
    "| secret access key | •••• |",
  );
});
