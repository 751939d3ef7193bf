import "server-only";
import { env, type Env } from "@/lib/server/env";

const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"];
const WILDCARDS = ["0.0.0.0", "::", "[::]"];

/**
 * Whether a request names a host that is ours. A page anywhere on the web can point its own name at loopback (DNS
 * rebinding); then its requests arrive here with that name, and are refused by it. A forwarded host counts as well, as Next
 * reads it.
 */
export function checkHost(headers: Headers): boolean {
  return isOwnHost(headers, env());
}

/** `checkHost` for given settings. */
export function isOwnHost(headers: Headers, settings: Pick<Env, "host" | "port" | "allowedHosts">): boolean {
  const host = headers.get("host");
  const forwarded = headers.get("x-forwarded-host");
  const allowed = allowedHosts(settings);
  return host !== null && allowed.has(host.toLowerCase()) && (forwarded === null || allowed.has(forwarded.toLowerCase()));
}

function allowedHosts({ host, port, allowedHosts: extra }: Pick<Env, "host" | "port" | "allowedHosts">): ReadonlySet<string> {
  const own = WILDCARDS.includes(host) ? [] : [host.includes(":") && !host.startsWith("[") ? `[${host}]` : host.toLowerCase()];
  const withPort = [...LOOPBACK_NAMES, ...own, ...extra].flatMap((name) => (hasPort(name) ? [name] : [`${name}:${port}`]));
  // Browsers leave the port out where it is the scheme's own; a TLS proxy serves an extra name on 443.
  const withoutPort = port === 80 ? [...LOOPBACK_NAMES, ...own, ...extra] : extra;
  return new Set([...withPort, ...withoutPort]);
}

function hasPort(name: string): boolean {
  return /[^:\]]:\d+$|\]:\d+$/.test(name);
}
