import { sources } from "../sources.js";
import { type Fact } from "../source.js";

/**
 * Ranges from which no request reaches AWS over the internet, so that `aws:SourceIp` never holds one
 * of their addresses.
 */
export const privateRanges: Fact<readonly string[]> = {
  value: [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "100.64.0.0/10",
    "::1/128",
    "fc00::/7",
    "fe80::/10",
  ],
  source: sources["rfc-6890"],
  certainty: "documented",
};
