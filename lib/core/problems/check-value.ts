import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import type { FieldGuide } from "@/lib/core/call-ingest/field-guide";
import { characterCount, isRole } from "@/lib/core/call-ingest/limits";
import { numberOf } from "@/lib/core/call-ingest/read-number";
import { formatCount } from "@/lib/core/format/count";
import type { JsonNode, JsonNumberNode, JsonStringNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { asDateTime, asNumber, asWhole } from "./fix-values";
import { makeFix } from "./fix-kinds";
import type { ProblemFix } from "./problem";
import type { Reporter } from "./reporter";
import { placeName } from "./place-name";

/** One value and where it stands. The path is a live stack: it is copied only where something is reported. */
export interface Place {
  readonly node: JsonNode;
  readonly field: FieldGuide;
  readonly path: JsonPath;
  readonly reporter: Reporter;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Checks a text or a number against its field. Answers whether it has the right type. */
export function checkScalar(place: Place): boolean {
  const { node, field } = place;
  const wantsNumber = field.kind === "number" || field.kind === "integer";
  if (wantsNumber && node.type === "number") checkNumber(place, node);
  else if (!wantsNumber && node.type === "string") checkText(place, node);
  else {
    reportWrongType(place);
    return false;
  }
  return true;
}

function checkText(place: Place, node: JsonStringNode): void {
  const { field, path, reporter } = place;
  const offset = node.start;
  switch (field.kind) {
    case "uuid":
      if (!UUID.test(node.value)) reporter.add("not_uuid", () => ({ path, offset, fixes: uuidFixes(node.value) }));
      return;
    case "date-time":
      if (parseDateTime(node.value) === null) reporter.add("not_date_time", () => ({
        path,
        offset,
        fixes: [...dateTimeFixes(node), ...leaveOut(place)],
      }));
      return;
    case "role":
      if (!isRole(node.value)) reporter.add("role_unknown", () => ({
        path,
        offset,
        name: placeName(path.slice(0, -1)),
        found: shorten(node.value),
        fixes: roleFixes(node.value),
      }));
      return;
    default:
      checkLength(place, node);
  }
}

function checkLength(place: Place, node: JsonStringNode): void {
  const { field, path, reporter } = place;
  const { min = 0, max = Number.POSITIVE_INFINITY } = field;
  if (node.value.length < min) reporter.add("too_short", () => ({ path, offset: node.start, fixes: leaveOut(place) }));
  // Code points are never more than code units, so most texts need no counting.
  if (node.value.length <= max || characterCount(node.value) <= max) return;
  const cut = field.kind === "string" && field.pattern !== "call.recordingUrl" && max < 1000 ? [makeFix("cut", String(max))] : [];
  reporter.add("too_long", () => ({
    path,
    offset: node.start,
    found: formatCount(characterCount(node.value)),
    limit: formatCount(max),
    fixes: [...cut, ...leaveOut(place)],
  }));
}

function checkNumber(place: Place, node: JsonNumberNode): void {
  const { field, path, reporter } = place;
  const value = numberOf(node.source);
  if (value >= 0 && value < Number.POSITIVE_INFINITY && (field.kind !== "integer" || Number.isInteger(value))) return;
  const found = shorten(node.source);
  const offset = node.start;
  if (!Number.isFinite(value)) reporter.add("number_too_large", () => ({ path, offset, fixes: leaveOut(place) }));
  else if (value < 0) reporter.add("too_small", () => ({ path, offset, found, fixes: [makeFix("set-zero"), ...leaveOut(place)] }));
  else reporter.add("not_integer", () => ({
    path,
    offset,
    found,
    fixes: [makeFix("round", asWhole(value)), ...leaveOut(place)],
  }));
}

/** Reports a value of the wrong type, null included. */
export function reportWrongType(place: Place): void {
  const { node, field, path, reporter } = place;
  if (node.type === "null") {
    reporter.add("null_value", () => ({ path, offset: node.start, fixes: leaveOut(place) }));
    return;
  }
  reporter.add("wrong_type", () => ({
    path,
    offset: node.start,
    found: typeWords(node),
    limit: KIND_WORDS[field.kind],
    fixes: [...typeFixes(node, field), ...leaveOut(place)],
  }));
}

/** What may be left out is; a turn that has no text goes as a whole. */
export function leaveOut({ field, path }: Pick<Place, "field" | "path">): readonly ProblemFix[] {
  const index = path[2];
  if ((field.pattern === "transcript.turns[]" || field.pattern === "transcript.turns[].content") && typeof index === "number") {
    return [makeFix("remove-turn", formatCount(index + 1))];
  }
  if (field.pattern === "transcript.turns") return [makeFix("leave-out", "transcript")];
  const key = path.at(-1);
  return field.required || typeof key !== "string" ? [] : [makeFix("leave-out", key)];
}

function typeFixes(node: JsonNode, field: FieldGuide): readonly ProblemFix[] {
  if (field.pattern === "transcript" && node.type === "array") return [makeFix("wrap-turns")];
  switch (field.kind) {
    case "number":
    case "integer": {
      const number = asNumber(node);
      return number === null ? [] : [makeFix("to-number", number)];
    }
    case "date-time":
      return dateTimeFixes(node);
    case "string":
      return node.type === "number" ? [makeFix("to-text")] : [];
    default:
      return [];
  }
}

function dateTimeFixes(node: JsonNode): readonly ProblemFix[] {
  const text = asDateTime(node);
  return text === null ? [] : [makeFix("to-date-time", text)];
}

/** A word that is no UUID is most likely somebody's own id. */
function uuidFixes(value: string): readonly ProblemFix[] {
  return [...(value.trim() === "" ? [] : [makeFix("move", "agent.externalId")]), makeFix("leave-out", "agentId")];
}

/** The role that a word stands for, else the two that a person chooses between. */
export function roleFixes(word: string): readonly ProblemFix[] {
  const role = canonicalRole(word);
  return role === null ? [makeFix("set-role", "user"), makeFix("set-role", "assistant")] : [makeFix("set-role", role)];
}

const KIND_WORDS: Readonly<Record<FieldGuide["kind"], string>> = {
  object: "an object",
  map: "an object",
  array: "a list",
  string: "a text",
  "date-time": "a date-time",
  uuid: "a UUID",
  role: "one of the four roles",
  number: "a number",
  integer: "a whole number",
};

/** The type of a value in words. */
export function typeWords(node: JsonNode): string {
  switch (node.type) {
    case "object":
      return "an object";
    case "array":
      return "a list";
    case "string":
      return "a text";
    case "number":
      return "a number";
    default:
      return node.type;
  }
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39).toWellFormed()}…`;
}
