/** Any base serves; a name under .invalid can be nobody's (RFC 2606). */
const BASE = "http://intake.invalid";

/** Where sign-in leads back to: a path of our own pages, normalised, or the first page. Nothing else is followed. */
export function returnPath(wanted: string | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, BASE)) return "/";
  const url = new URL(wanted, BASE);
  // "//host" and "/\host" parse as another host; dots may leave a path that begins with two slashes.
  if (url.origin !== BASE || url.pathname.startsWith("//")) return "/";
  if (url.pathname === "/sign-in" || url.pathname.startsWith("/api/")) return "/";
  return `${url.pathname}${url.search}`;
}
