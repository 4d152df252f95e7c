import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "../../server/src/syntax/address.js";
import { escapeUserPassword, parseGoUrl } from "../../server/src/syntax/go-url.js";
import { formatMessage } from "../../server/src/text/message.js";
import { applyEdits, type Span } from "../../server/src/text/span.js";
import { addresses } from "../../tools/parity/addresses.js";
import { addressOf, findingsOf, fixed } from "./table.js";

const samples = addresses(3000, 11);
const sample = fc.constantFrom(...samples);
const junk = fc.string({ unit: "grapheme", maxLength: 40 });
const pieces = fc
  .array(fc.constantFrom(...Array.from("s3://@:?#&;=%${}<>[]()AK.-\n\"' /12é")), { maxLength: 40 })
  .map((characters) => characters.join(""));
const spliced = fc
  .tuple(sample, fc.nat(60), junk)
  .map(([text, at, more]) => text.slice(0, at) + more + text.slice(at));
const anyText = fc.oneof(sample, junk, pieces, spliced);

describe("any text", () => {
  test("is divided without loss", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = parseAddress(text);
        const { whole, scheme, separator, user, password, at, endpointScheme, host, port } = tokens;
        const inOrder: readonly (Span | undefined)[] = [
          scheme,
          separator,
          user,
          password,
          at,
          endpointScheme,
          host,
          port,
          tokens.path,
          ...tokens.parameters.flatMap((each) => [each.separator, each.name, each.value]),
          tokens.fragment,
        ];
        let end = whole.start;
        for (const span of inOrder) {
          if (span === undefined) continue;
          // At most one mark, such as the colon before a port, stands between two parts.
          expect(span.start - end).toBeGreaterThanOrEqual(0);
          expect(span.start - end).toBeLessThanOrEqual(1);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          end = span.end;
        }
        expect(end).toBe(whole.end);
      }),
      { numRuns: 600 },
    );
  });

  test("is judged, with findings within it and fixes that apply", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { span, fixes } of findingsOf(text)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(span.start, span.end)).not.toMatch(/\n/);
          for (const { edits } of fixes) applyEdits(text, edits);
        }
      }),
      { numRuns: 600 },
    );
  });

  test("that Go refuses has an error, where the scheme is one of W&B's", () => {
    fc.assert(
      fc.property(sample, (text) => {
        const { server, provider, placeholders } = addressOf(text);
        if (server.accepted || provider === undefined || placeholders.length > 0) return;
        expect(findingsOf(text).map(({ severity }) => severity)).toContain("error");
      }),
      { numRuns: 800 },
    );
  });
});

describe("a secret", () => {
  const secret = fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).filter(isWellFormed);

  test("survives encoding and decoding", () => {
    fc.assert(
      fc.property(secret, secret, (user, password) => {
        const text = `s3://${escapeUserPassword(user)}:${escapeUserPassword(password)}@host/b`;
        const read = parseGoUrl(text);
        expect(read.accepted && [read.url.user, read.url.password]).toEqual([user, password]);
      }),
    );
  });

  test("is encoded where it must be, to what was meant, and only once", () => {
    const characters = fc
      .array(fc.constantFrom(...Array.from("abcXYZ0189/+=?# []{}|\\^`\"'!,;~-._é日")), { minLength: 1 })
      .map((list) => list.join(""));
    fc.assert(
      fc.property(characters, (password) => {
        const text = `s3://AK:${password}@minio.example.com:9000/runs?region=x&tls=true`;
        const once = fixed(text);
        const read = parseGoUrl(once);
        expect(read.accepted && read.url.password).toBe(password);
        expect(fixed(once)).toBe(once);
      }),
      { numRuns: 300, examples: [["?aa=a"], ["0?aa=a"], ["/a?bb=c"]] },
    );
  });

  test("reaches no message and no title of a fix", () => {
    const parts = ["Wq7", "k/9Zt", "Xv%3", "+Lm=", "y?Rb", "#Hd2", "@Js8", ":Pf5", " Ng4", "%2FTc"];
    const password = fc
      .array(fc.constantFrom(...parts), { minLength: 4, maxLength: 10 })
      .map((list) => list.join(""));
    const around = fc.constantFrom(
      ["s3://AK:", "@minio.example.com:9000/runs?region=x"],
      ["s3://AK:", "@s3.us-west-2.amazonaws.com/runs"],
      ["s3://AKIAQ7TZK5HXPLM2WVNB:", "@my-bucket/prefix"],
      ["cw://AK:", "@cwobject.com/my_bucket"],
      ["az://:", "@account.blob.core.windows.net/c"],
      ["az://", "@account/c"],
      ["az://account:", "@account/c"],
      ["gs://sa@p.iam.gserviceaccount.com:", "@My-bucket"],
      ["gs://:", "@bucket"],
      ["s3://AK:", ""],
      ["s3://AK:", "@"],
      ["s3:AK:", "@host.example.com/b"],
      ["minio://AK:", "@host.example.com/b"],
      ["https://AK:", "@host.example.com/b"],
      ["AK:", "@host.example.com/b"],
    );
    fc.assert(
      fc.property(password, around, (secretText, [before = "", after = ""]) => {
        // What follows an "@" is a host to everybody while no other one is typed.
        fc.pre(after !== "" || !secretText.includes("@"));
        const said = findingsOf(before + secretText + after).flatMap(({ message, fixes }) => [
          formatMessage(message),
          ...fixes.map(({ title }) => formatMessage(title)),
        ]);
        for (const text of said) {
          for (const part of ["Wq7", "9Zt", "Lm=", "Rb", "Hd2", "Js8", "Pf5", "Ng4"]) {
            expect(text.toLowerCase()).not.toContain(part.toLowerCase());
          }
        }
      }),
      { numRuns: 800 },
    );
  });
});

describe("a fix", () => {
  test("that is safe leaves an address that is read well what it was", () => {
    fc.assert(
      fc.property(sample, (text) => {
        const before = addressOf(text);
        if (before.provider === undefined || findingsOf(text).some(isError)) return;
        const after = addressOf(fixed(text, ["safe"]));
        const meaning = (address: typeof before): unknown => [
          // CoreWeave's hosts get their own scheme.
          address.endpoint?.service ?? address.provider,
          address.user?.value,
          address.password?.value,
          address.bucket?.value,
          address.account?.value,
          address.container?.value,
        ];
        expect(meaning(after)).toEqual(meaning(before));
      }),
      { numRuns: 800 },
    );
  });

  test("of the safe kind comes to an end", () => {
    fc.assert(
      fc.property(sample, (text) => {
        let last = text;
        for (let round = 0; round < 8; round += 1) {
          const next = fixed(last, ["safe"]);
          if (next === last) return;
          last = next;
        }
        expect(fixed(last, ["safe"])).toBe(last);
      }),
      { numRuns: 800 },
    );
  });
});

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === "error";
}

/** Half a surrogate pair has no bytes in UTF-8. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
