import "server-only";

/**
 * Whether a change of state comes from our own page: its Origin must be there and name the same host and port as the Host
 * header. Next checks this for actions only, and lets a missing Origin pass.
 */
export function checkOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  const host = headers.get("host");
  const site = headers.get("sec-fetch-site");
  if (origin === null || host === null || (site !== null && site !== "same-origin")) return false;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if ((from.protocol !== "http:" && from.protocol !== "https:") || from.origin !== origin.toLowerCase()) return false;
  // Parsed under the same scheme, so that a default port that one of them leaves out makes no difference.
  return URL.canParse(`${from.protocol}//${host}`) && new URL(`${from.protocol}//${host}`).host === from.host;
}
