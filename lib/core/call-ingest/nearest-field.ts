import type { JsonPath } from "@/lib/core/text/json-path";
import { FIELD_GUIDE, fieldsIn, keyOf, patternOf } from "./field-guide";

/** Names that mean a field and are not written like it, per pattern of the object around them; in small letters. */
const SYNONYMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "": { prompt: "systemPrompt", instructions: "systemPrompt", meta: "metadata", conversation: "transcript" },
  agent: { id: "externalId" },
  call: {
    id: "externalId", callid: "externalId", duration: "durationSeconds", reason: "endedReason", price: "cost",
    start: "startedAt", starttime: "startedAt", end: "endedAt", endtime: "endedAt",
    recording: "recordingUrl", audiourl: "recordingUrl",
  },
  "call.customer": { phone: "number", phonenumber: "number" },
  transcript: { messages: "turns", items: "turns" },
  "transcript.turns[]": {
    text: "content", message: "content", body: "content", speaker: "role",
    start: "startSeconds", starttime: "startSeconds", end: "endSeconds", endtime: "endSeconds",
  },
};
/** Ours: more slips than this and it is another word. */
const MAX_DISTANCE = 2;
/** Ours: shorter words are within two slips of anything. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 40;

/** The documented name nearest to an unknown one inside the object at `parent`, or null: `recording_url` → `recordingUrl`. */
export function nearestKey(key: string, parent: JsonPath): string | null {
  const plain = plainName(key);
  const fields = fieldsIn(parent);
  const same = fields.find((field) => plainName(keyOf(field)) === plain);
  if (same) return keyOf(same);
  const synonyms = SYNONYMS[patternOf(parent)];
  if (synonyms && Object.hasOwn(synonyms, plain)) return synonyms[plain] ?? null;
  if (plain.length < MIN_LENGTH || plain.length > MAX_LENGTH) return null;
  const distances = fields.map((field) => ({ name: keyOf(field), distance: distanceOf(plain, plainName(keyOf(field))) }));
  const [best] = distances.sort((left, right) => left.distance - right.distance);
  return best && best.distance <= MAX_DISTANCE ? best.name : null;
}

/** The documented path of that very name elsewhere, where there is one only: top-level `recordingUrl` → `["call", "recordingUrl"]`. */
export function fieldElsewhere(key: string, parent: JsonPath): readonly string[] | null {
  const plain = plainName(key);
  const homes = FIELD_GUIDE.filter((field) => !field.pattern.includes("[]") && field.pattern.includes(".") && plainName(keyOf(field)) === plain);
  const [home] = homes;
  if (homes.length !== 1 || !home || parent.some((segment) => typeof segment === "number")) return null;
  return home.pattern.split(".");
}

function plainName(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, "");
}

/** Levenshtein's distance: how many letters have to be put in, taken out or changed. */
function distanceOf(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
