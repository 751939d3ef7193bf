import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether the request bears the key. Compares digests, so neither the key's length nor its first wrong character shows in the time. */
export function isAuthorised(request: Request, apiKey: string): boolean {
  const bearer = /^Bearer ([^\s]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  return bearer !== undefined && timingSafeEqual(digest(bearer), digest(apiKey));
}
