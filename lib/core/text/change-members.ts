import type { JsonMember, JsonObjectNode } from "./json-node";
import { childCount, childEnd, childStart, renderContainer, type ContainerLayout, type JsonContainer } from "./json-layout";
import type { TextEdit } from "./text-edit";

/** New JSON texts by key; null takes the member away. Keys that are not named stay as they are. */
export type MemberChanges = ReadonlyMap<string, string | null>;

/** A string as a JSON token: only what must be escaped is, and a lone surrogate too, so that the text can be written in UTF-8. */
export function encodeString(value: string): string {
  return JSON.stringify(value);
}

/** One replacement of the text between two offsets. */
export function replaceSpan(text: string, span: { readonly start: number; readonly end: number }, inserted: string): TextEdit {
  return { offset: span.start, removed: text.slice(span.start, span.end), inserted };
}

/**
 * Edits, all against the same text, that replace, take away and add members of one object. A key that is there more than once
 * is replaced in its last place, the one that counts, and taken away in all.
 */
export function changeMembers(text: string, object: JsonObjectNode, change: { readonly changes: MemberChanges; readonly layout: ContainerLayout }): TextEdit[] {
  const { changes, layout } = change;
  const edits: TextEdit[] = [];
  const gone = new Set<number>();
  const added: string[] = [];
  for (const [key, json] of changes) {
    const places = placesOf(object.members, key);
    const last = object.members[places.at(-1) ?? -1];
    if (json === null) for (const place of places) gone.add(place);
    else if (last === undefined) added.push(`${encodeString(key)}${layout.colon}${json}`);
    else if (text.slice(last.value.start, last.value.end) !== json) edits.push(replaceSpan(text, last.value, json));
  }
  if (gone.size === object.members.length) return rewritten(text, object, { added, layout });
  edits.push(...removeChildren(text, object, gone));
  const inserted = added.map((entry) => `,${layout.separator}${entry}`).join("");
  if (inserted !== "") edits.push({ offset: childEnd(object, object.members.length - 1), removed: "", inserted });
  return edits;
}

/** Edits, all against the same text, that take children away with their commas and white space. */
export function removeChildren(text: string, container: JsonContainer, indices: ReadonlySet<number>): TextEdit[] {
  const count = childCount(container);
  const edits: TextEdit[] = [];
  for (let index = 0; index < count; index += 1) {
    if (!indices.has(index)) continue;
    const first = index;
    while (indices.has(index + 1) && index + 1 < count) index += 1;
    edits.push(replaceSpan(text, runSpan(container, first, index), ""));
  }
  return edits;
}

/** Up to the next child that stays, or else from the end of the one that stays before; else all between the brackets. */
function runSpan(container: JsonContainer, first: number, last: number): { start: number; end: number } {
  const next = childStart(container, last + 1);
  if (next !== undefined) return { start: childStart(container, first) ?? container.start + 1, end: next };
  return { start: childEnd(container, first - 1), end: first === 0 ? container.end - 1 : childEnd(container, last) };
}

function rewritten(text: string, object: JsonObjectNode, content: { readonly added: readonly string[]; readonly layout: ContainerLayout }): TextEdit[] {
  const inserted = renderContainer(content.added, "{}", content.layout).slice(1, -1);
  const span = { start: object.start + 1, end: object.end - 1 };
  if (object.members.length === 0 && inserted === "") return [];
  return [replaceSpan(text, span, inserted)];
}

function placesOf(members: readonly JsonMember[], key: string): number[] {
  const places: number[] = [];
  for (const [index, entry] of members.entries()) if (entry.key === key) places.push(index);
  return places;
}
