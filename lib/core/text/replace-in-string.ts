import type { JsonStringNode } from "./json-node";
import { encodeString } from "./change-members";
import type { TextEdit } from "./text-edit";

/** A place in the value of a JSON string, in UTF-16 code units of the value; `end` is exclusive. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Edits, all against `text`, that put another text in places of a string's value. Whatever else is in the string keeps its bytes,
 * escapes included. The spans go forward and do not overlap.
 */
export function replaceInString(text: string, node: JsonStringNode, spans: readonly ValueSpan[], replacement: string): readonly TextEdit[] {
  const inserted = encodeString(replacement).slice(1, -1);
  const places = sourcePlaces(text, node, spans.flatMap(({ start, end }) => [start, end]));
  return spans.flatMap((_span, index): TextEdit[] => {
    const [from, to] = [places[2 * index], places[2 * index + 1]];
    if (from === undefined || to === undefined) return [];
    const removed = text.slice(from, to);
    return removed === inserted ? [] : [{ offset: from, removed, inserted }];
  });
}

/** Where places of a string's value stand in the text. The places go forward. */
function sourcePlaces(text: string, node: JsonStringNode, places: readonly number[]): readonly number[] {
  const found: number[] = [];
  let source = node.start + 1;
  let value = 0;
  for (const place of places) {
    while (value < place && source < node.end - 1) {
      source += unitLength(text, source);
      value += 1;
    }
    found.push(source);
  }
  return found;
}

/** Characters of the text that stand for one code unit of the value: 1, 2 (`\n`) or 6 (`\u00e9`). */
function unitLength(text: string, at: number): number {
  if (text[at] !== "\\") return 1;
  return text[at + 1] === "u" ? 6 : 2;
}
