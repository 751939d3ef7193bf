import { NextResponse, type NextRequest } from "next/server";
import { checkHost } from "@/lib/server/access/check-host";
import { contentSecurityPolicy, PAGE_PATH_HEADER } from "@/lib/server/access/page-policy";
import { env } from "@/lib/server/env";
import { SECURITY_HEADERS } from "@/lib/server/security-headers";

const NONCE_HEADER = "x-nonce";
const POLICY_HEADER = "content-security-policy";

/**
 * Headers of pages. It decides no access: pages, routes and actions check for themselves, and would without this file. The
 * host is refused here as well, so that a foreign name sees not even an error page.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!checkHost(request.headers)) return refusal(421, "This address is not one of Intake's. Open Intake under the address that it printed at its start.");
  // A nonce that the sender chose would let the sender's scripts run (GHSA of Next for CVE-2026-44581).
  if (request.headers.has(NONCE_HEADER) || request.headers.has(POLICY_HEADER)) return refusal(400, "This request was refused.");
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, env().development);
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set(POLICY_HEADER, policy);
  headers.set(PAGE_PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY_HEADER, policy);
  response.headers.set("cache-control", "no-store");
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  return response;
}

function refusal(status: number, sentence: string): NextResponse {
  return new NextResponse(sentence, { status, headers: { ...SECURITY_HEADERS, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
}

/** Pages only: a proxy that matches a route cuts its body at 10 MB without a word. Static files need no policy. */
export const config = {
  matcher: ["/((?!api/|_next/static/|samples/|icons/|icon\\.svg$|favicon\\.ico$).*)"],
};
