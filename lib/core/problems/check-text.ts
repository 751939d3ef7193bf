import type { FieldGuide } from "@/lib/core/call-ingest/field-guide";
import type { JsonStringNode } from "@/lib/core/text/json-node";
import { leaveOut, type Place } from "./check-value";
import { makeFix } from "./fix-kinds";

/** Fields that are compared letter by letter on the other side. */
const COMPARED = new Set(["call.externalId", "agent.externalId", "version", "call.recordingUrl"]);
const IDS = new Set(["call.externalId", "agent.externalId", "version"]);

/** What cannot be seen and is not white space, with the names of what is met most. */
export const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const NAMES: ReadonlyMap<string, string> = new Map([["\u0000", "NUL"], ["\u200b", "zero-width space"], ["\ufeff", "byte order mark"]]);

/** Texts that Zelto takes and a person would not have meant. */
export function checkOddText(place: Place & { readonly node: JsonStringNode }): void {
  const { node, field, path, reporter } = place;
  const { value, start: offset } = node;
  if (!value.isWellFormed()) reporter.add("lone_surrogate", () => ({ path, offset, fixes: [makeFix("mend-surrogates")] }));
  if (isBlank(value, field)) {
    reporter.add("blank_text", () => ({ path, offset, fixes: leaveOut(place) }));
    return;
  }
  if (!COMPARED.has(field.pattern)) return;
  if (value !== value.trim()) reporter.add("padded_text", () => ({ path, offset, fixes: [makeFix("trim")] }));
  if (!IDS.has(field.pattern)) return;
  const found = value.trim().match(INVISIBLE);
  if (found) reporter.add("invisible_characters", () => ({ path, offset, found: nameCharacters(found), fixes: [makeFix("strip-invisible")] }));
}

/** Only white space; where the schema allows it also nothing at all, since an empty text says as little. */
function isBlank(value: string, field: FieldGuide): boolean {
  if (value.length > 0) return /^\s/.test(value) && value.trim() === "";
  return (field.min ?? 0) === 0 && field.kind === "string";
}

function nameCharacters(found: readonly string[]): string {
  const names = [...new Set(found)].map((character) => {
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const name = NAMES.get(character);
    return name === undefined ? code : `${code} ${name}`;
  });
  return names.slice(0, 3).join(", ");
}
