import "server-only";

/** The proxy writes the path of the page here; sign-in comes back to it. A hint only: it decides nothing. */
export const PAGE_PATH_HEADER = "x-intake-path";

/**
 * The content security policy of a page. Scripts run by this request's nonce alone; style attributes are allowed because
 * the widgets place pop-overs with them, style elements need the nonce too. Development needs eval and a socket for
 * reloading; a production build gets neither.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'none'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    "style-src-attr": ["'unsafe-inline'"],
    "worker-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
