/** Names and networks that only machines nearby can reach. */
const privateNames: readonly string[] = ["localhost", "host.docker.internal"];
const privateDomains: readonly string[] = [
  ".localhost",
  ".local",
  ".internal",
  ".svc",
  ".lan",
  ".home.arpa",
];
const loopback = /^(?:127\.|0\.0\.0\.0$|\[?::1\]?$)/;
const privateNetwork =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[?f[cd]|\[?fe80:)/i;

/** Whether a host is in a private network, or has a name that only one has. */
export function isPrivateHost(host: string): boolean {
  return isNearbyHost(host) || (privateNetwork.test(host) && /^[[\d:.a-f\]]+$/i.test(host));
}

/** Whether a host's name means something in its own cluster or machine alone. */
export function isNearbyHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  const isSingleLabel = /^[a-z0-9_-]+$/.test(name);
  return (
    isSingleLabel ||
    loopback.test(name) ||
    privateNames.includes(name) ||
    privateDomains.some((domain) => name.endsWith(domain)) ||
    name.includes(".svc.")
  );
}
