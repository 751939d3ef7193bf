import { nodeAt } from "@/lib/core/text/json-node";
import type { JsonNode } from "@/lib/core/text/json-node";
import { formatPath } from "@/lib/core/text/json-path";
import type { JsonPath } from "@/lib/core/text/json-path";

/** One place that Zelto's answer named, as a path of the body that was sent; `[]` where it names no place of it. */
export interface FieldError {
  readonly path: JsonPath;
  readonly message: string;
}

/** Ours: more than a person reads, and a bound on what an answer can make us keep. */
const MAX_ERRORS = 200;
const MAX_DEPTH = 20;
const MAX_MESSAGE = 300;

/** Keys under which validators list messages of the place itself, or wrap the places below it. They are no part of a path. */
const SAME_PLACE_LISTS = ["_errors", "errors", "formErrors", "issues", "details"];
const WRAPPERS = ["properties", "fieldErrors", "nested"];
const PATH_KEYS = ["path", "field", "instancePath", "loc", "param", "pointer"];

interface Found {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Reads the `details` of a 400. The vendor declares it an open object and says no more, so every common form is understood: keys
 * in dotted form, nested objects, lists of `{path, message}`, and zod's flattened, formatted and tree forms. `body` is the tree
 * of the bytes that were sent; what does not lead to a place in it is kept with the path `[]` and named in the message.
 */
export function readFieldErrors(details: unknown, body: JsonNode | undefined): readonly FieldError[] {
  const found: Found[] = [];
  walk(details, [], found, 0);
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const { path, message } of found) {
    const error = pin(path, message, body);
    const key = `${formatPath(error.path)}\n${error.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    errors.push(error);
  }
  return errors;
}

function walk(value: unknown, path: readonly (string | number)[], found: Found[], depth: number): void {
  if (depth > MAX_DEPTH || found.length >= MAX_ERRORS) return;
  if (typeof value === "string") {
    if (value.trim() !== "") found.push({ path, message: value.trim() });
  } else if (Array.isArray(value)) walkList(value, path, found, depth);
  else if (typeof value === "object" && value !== null) walkObject(new Map(Object.entries(value)), path, found, depth);
}

function walkList(list: readonly unknown[], path: readonly (string | number)[], found: Found[], depth: number): void {
  list.forEach((item, index) => {
    const isIssue = typeof item === "string" || (typeof item === "object" && item !== null && "message" in item);
    walk(item, isIssue ? path : [...path, index], found, depth + 1);
  });
}

function walkObject(entries: ReadonlyMap<string, unknown>, path: readonly (string | number)[], found: Found[], depth: number): void {
  const message = entries.get("message");
  if (typeof message === "string") {
    found.push({ path: [...path, ...issuePath(entries)], message: message.trim() });
    return;
  }
  for (const [key, value] of entries) {
    if (SAME_PLACE_LISTS.includes(key) && Array.isArray(value)) walkList(value, path, found, depth + 1);
    else if (WRAPPERS.includes(key) && typeof value === "object") walk(value, path, found, depth + 1);
    else if (key === "items" && Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index], found, depth + 1));
    else walk(value, [...path, ...parsePathText(key)], found, depth + 1);
  }
}

function issuePath(entries: ReadonlyMap<string, unknown>): readonly (string | number)[] {
  for (const key of PATH_KEYS) {
    const value = entries.get(key);
    if (typeof value === "string") return parsePathText(value);
    if (Array.isArray(value)) return value.filter((segment): segment is string | number => typeof segment === "string" || typeof segment === "number");
  }
  return [];
}

/** `transcript.turns[3].content`, `transcript.turns.3.content`, `/transcript/turns/3/content` and `$.transcript…` alike. */
function parsePathText(text: string): readonly string[] {
  if (text.startsWith("/")) return text.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const parts = text.replace(/\[\s*"?([^\]"]*)"?\s*\]/g, ".$1").split(".");
  return parts.filter((part, index) => part !== "" && !(index === 0 && part === "$"));
}

function pin(path: readonly (string | number)[], message: string, body: JsonNode | undefined): FieldError {
  const shortMessage = message.slice(0, MAX_MESSAGE);
  const direct = resolve(path, body);
  // Frameworks put the part of the request in front: "body.call.externalId".
  const place = direct ?? (path[0] === "body" ? resolve(path.slice(1), body) : null);
  if (place !== null) return { path: place, message: shortMessage };
  return { path: [], message: path.length === 0 ? shortMessage : `${path.join(".")}: ${shortMessage}`.slice(0, MAX_MESSAGE) };
}

/** The path in the body's own terms; the last segment may be missing from it, since "Required" names what is not there. */
function resolve(path: readonly (string | number)[], body: JsonNode | undefined): JsonPath | null {
  const resolved: (string | number)[] = [];
  let node = body;
  for (const [index, segment] of path.entries()) {
    if (node?.type !== "object" && node?.type !== "array") return null;
    const step = node.type === "array" ? arrayIndex(segment) : String(segment);
    if (step === null) return null;
    resolved.push(step);
    node = nodeAt(node, [step]);
    if (node === undefined) return index === path.length - 1 && typeof step === "string" ? resolved : null;
  }
  return resolved;
}

function arrayIndex(segment: string | number): number | null {
  if (typeof segment === "number") return segment;
  return /^\d+$/.test(segment) ? Number(segment) : null;
}
