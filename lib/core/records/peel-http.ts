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
    const body = decoded(root, member(root, key));
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

/** Gateways hand a body on in Base64 where they are not sure that it is text. */
function decoded(root: JsonNode, body: JsonNode | undefined): JsonNode | undefined {
  if (body?.type !== "string" || member(root, "isBase64Encoded")?.type !== "true") return body;
  try {
    const bytes = Uint8Array.from(atob(body.value), (character) => character.charCodeAt(0));
    return { ...body, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    // No Base64, or no text: then it is read as it stands.
    return body;
  }
}

function hasMark(root: JsonNode): boolean {
  return REQUEST_MARKS.some((key) => member(root, key) !== undefined);
}

/** A body of plain words is no record in a wrapper. */
function holdsValue(body: JsonNode): boolean {
  return body.type === "object" || body.type === "array" || (body.type === "string" && /^\s*[{["]/.test(body.value));
}
