import { member, type JsonNode } from "@/lib/core/text/json-node";
import { headersNote } from "./left-out-headers";
import type { Peel } from "./peeler";

/** Keys under which gateways and request catchers keep what was sent. */
const BODY_KEYS = ["body", "rawBody", "content"] as const;
const REQUEST_MARKS = ["method", "httpMethod", "requestContext", "url", "path", "rawPath", "ip", "hostname", "isBase64Encoded", "statusCode"];

/** A captured HTTP request or answer: its body beside its headers (API gateways, functions, request catchers). */
export function peelHttp(root: JsonNode): Peel | null {
  const headers = member(root, "headers") ?? member(root, "multiValueHeaders");
  if (headers?.type !== "object" && headers?.type !== "array") return null;
  for (const key of BODY_KEYS) {
    const body = member(root, key);
    if (!body || !holdsValue(body) || (key === "content" && !hasMark(root))) continue;
    return { isCertain: true, parts: [{ path: [key], node: body }], notes: headersNote(headers) };
  }
  return null;
}

/** A capture that keeps the request in a member of its own: `{ "request": { "headers", "body" }, … }`. */
export function peelHttpRequest(root: JsonNode): Peel | null {
  const request = member(root, "request");
  const inner = request === undefined ? null : peelHttp(request);
  if (inner === null) return null;
  return { ...inner, parts: inner.parts.map(({ path, node }) => ({ path: ["request", ...path], node })) };
}

function hasMark(root: JsonNode): boolean {
  return REQUEST_MARKS.some((key) => member(root, key) !== undefined);
}

/** A body of plain words is no record in a wrapper. */
function holdsValue(body: JsonNode): boolean {
  return body.type === "object" || body.type === "array" || (body.type === "string" && /^\s*[{["]/.test(body.value));
}
