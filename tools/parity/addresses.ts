/**
 * Addresses for the comparison with Go: documented forms with pieces that writers get wrong, cut,
 * doubled and mixed. The same seed always gives the same list.
 */
export function addresses(count: number, seed: number): readonly string[] {
  const random = createRandom(seed);
  const list: string[] = [];
  for (let index = 0; index < count; index += 1) {
    list.push(index % 5 === 4 ? noise(random) : mangle(random, compose(random)));
  }
  return list;
}

type Random = (below: number) => number;

/** A linear congruential generator: the list must be the same on every machine. */
function createRandom(seed: number): Random {
  let state = (seed * 2654435761 + 12345) % 4294967296;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function pick(random: Random, list: readonly string[]): string {
  return list[random(list.length)] ?? "";
}

// prettier-ignore
const schemes = ["s3", "s3", "s3", "cw", "cw", "gs", "az", "S3", "gcs", "azure", "https", "s3+x", "1s", "", "é"];
const separators = ["://", "://", "://", "://", "://", "://", "://", ":/", ":", ":///", "//"];
// prettier-ignore
const users = ["AKID", "key", "minio", "", "sa@project.iam.gserviceaccount.com", "sa%40project.iam.gserviceaccount.com", "a b", "a%20b", "$AK", "<key>", "é"];
// prettier-ignore
const secrets = ["secret", "a/b+c==", "12/cd", "/cd", "a%2Fb%2Bc%3D%3D", "a%ofb", "100%", "a?b", "a#b", "a@b", "a:b:c", "<secret>", "${SK}", "$(SK)", "{{ x }}", "a b", "tab\there", "line\nbreak", "[x]", "a\"b", "a\\b", "a|b^c`d", "é", "%C3%A9", "%FF", "%C3©", "%00", "key==", "%252F", "!$&'()*+,;=-._~", "%7E", "%zz", "%", "%4", "日本"];
// prettier-ignore
const hosts = ["cwobject.com", "s3.us-west-2.amazonaws.com", "minio.example.com", "minio", "my-bucket", "my_bucket", "account", "10.0.0.1", "[::1]", "[fe80::1%25en0]", "[fe80::1%en0]", "[::1", "::1", "a:b", "http:", "https://minio.example.com", "a%41b", "a%c3%a9", "%25", "a b", "é.example", "<host>", "$HOST", "${HOST}", "a\"b", "a^b", "", "x]", "[a]b", "[v%25%20%41%0a]"];
const ports = ["", "", "", "", ":9000", ":443", ":99999", ":", ":x", ":0", "::1"];
// prettier-ignore
const paths = ["/bucket", "/bucket", "/bucket/prefix", "/bucket/", "//bucket", "", "/", "/a%2Fb", "/a%zz", "/a b", "/a:b@c", "/é", "/${B}", "/..", "/a;b", "/%E3%81%82", "/a%"];
// prettier-ignore
const queries = ["", "", "?region=us-east-1", "?tls=true", "?region=us-east-1&tls=true", "?region=us-east-1?tls=true", "?region=a&amp;tls=true", "?a=1;b=2", "?", "??", "?&&", "?=x", "?a", "?a=%zz&b=1", "?a=%20+b", "?é=1", "?a=1&a=2&A=3", "?tls=true#x", "?x=y=z", "?a=%"];
const fragments = ["", "", "", "", "", "#f", "#", "#a%zz", "#a#b", "#\n", "#%41é"];

function compose(random: Random): string {
  const credentials =
    random(4) === 0
      ? ""
      : random(8) === 0
        ? `${pick(random, users)}@`
        : `${pick(random, users)}:${pick(random, secrets)}@`;
  return [
    pick(random, schemes),
    pick(random, separators),
    credentials,
    pick(random, hosts),
    pick(random, ports),
    pick(random, paths),
    pick(random, queries),
    pick(random, fragments),
  ].join("");
}

const stray = [
  ...Array.from(" \t\r\n/?#@:%&;=+<>[]{}\"'`^|\\*$é日\u{1F600}\0\x7f0aF"),
  "%2",
  "%41",
  "%e3",
  "//",
];

/** Most stay as they are; some get or lose a character. */
function mangle(random: Random, text: string): string {
  const characters = Array.from(text);
  const at = random(characters.length + 1);
  switch (random(6)) {
    case 0:
      return [...characters.slice(0, at), pick(random, stray), ...characters.slice(at)].join("");
    case 1:
      return [...characters.slice(0, at), ...characters.slice(at + 1)].join("");
    case 2:
      return characters.slice(0, at).join("");
    default:
      return text;
  }
}

function noise(random: Random): string {
  let text = random(2) === 0 ? "s3://" : "";
  const length = random(14);
  for (let index = 0; index < length; index += 1) text += pick(random, stray);
  return text;
}
