import { removeChildren, replaceSpan } from "./change-members";
import { childEnd, leadOf, renderContainer, type ContainerLayout } from "./json-layout";
import type { JsonArrayNode } from "./json-node";
import type { TextEdit } from "./text-edit";

/** The edit that puts an item before the one at `index`, or behind the last. */
export function insertionAt(text: string, array: JsonArrayNode, item: { readonly index: number; readonly json: string; readonly layout: ContainerLayout }): TextEdit {
  const { json, layout } = item;
  const count = array.items.length;
  if (count === 0) return replaceSpan(text, { start: array.start + 1, end: array.end - 1 }, renderContainer([json], "[]", layout).slice(1, -1));
  const next = array.items[Math.max(0, item.index)];
  if (next === undefined) return { offset: childEnd(array, count - 1), removed: "", inserted: `,${layout.separator}${json}` };
  const index = Math.max(0, item.index);
  const lead = index > 0 || layout.multiline ? leadOf(text, array, index) : layout.separator;
  return { offset: next.start, removed: "", inserted: `${json},${lead}` };
}

/** Two edits against the same text: the item leaves its place and appears, byte for byte, in another. */
export function movedItem(text: string, array: JsonArrayNode, move: { readonly from: number; readonly to: number; readonly layout: ContainerLayout }): TextEdit[] {
  const item = array.items[move.from];
  const to = Math.min(Math.max(0, move.to), array.items.length - 1);
  if (item === undefined || to === move.from) return [];
  const removal = removeChildren(text, array, new Set([move.from]));
  // Moving down, the place is counted with the item still in it, and it goes behind the one that is there now.
  const insertion = insertionAt(text, array, { index: to > move.from ? to + 1 : to, json: text.slice(item.start, item.end), layout: move.layout });
  return [...removal, insertion];
}
