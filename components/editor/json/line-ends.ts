import type { TextEdit } from "@/lib/core/text/text-edit";

/**
 * A text as the JSON pane shows it: every CR LF, lone CR and lone LF is one line break, "\n". Offsets of the text and positions
 * in what is shown differ by the CRs that are not shown; both count UTF-16 code units.
 */
export interface ShownText {
  /** The exact text. */
  readonly text: string;
  readonly shown: string;
  /** What Enter adds: the line end that the text has most of. */
  readonly lineEnd: "\n" | "\r\n" | "\r";
  /** The position of an offset; between a CR and its LF, the position before the break. */
  readonly toShown: (offset: number) => number;
  /** The offset of a position; before a break that is two characters, the offset before both. */
  readonly toOffset: (position: number) => number;
}

/** Reads how a text's lines end. */
export function showText(text: string): ShownText {
  if (!text.includes("\r")) return { text, shown: text, lineEnd: "\n", toShown: (offset) => offset, toOffset: (position) => position };
  const pairs = pairOffsets(text);
  return {
    text,
    shown: text.replace(/\r\n?/g, "\n"),
    lineEnd: usualLineEnd(text, pairs.length),
    toShown: (offset) => {
      const before = countWhere(pairs.length, (index) => (pairs[index] ?? 0) + 2 <= offset);
      return pairs[before] === offset - 1 ? offset - 1 - before : offset - before;
    },
    // The pair at `index` is shown at its offset less the pairs before it.
    toOffset: (position) => position + countWhere(pairs.length, (index) => (pairs[index] ?? 0) - index < position),
  };
}

/** A change as the editor knows it: positions against what was shown before, its line breaks all "\n". */
export interface ShownChange {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** Changes of what is shown, in order and apart from each other, as edits in sequence of the exact text: no other line end moves. */
export function editsOfShown(before: ShownText, changes: readonly ShownChange[]): readonly TextEdit[] {
  let shift = 0;
  return changes.map(({ from, to, inserted }) => {
    const start = before.toOffset(from);
    const removed = before.text.slice(start, before.toOffset(to));
    const exact = inserted.replaceAll("\n", before.lineEnd);
    const edit = { offset: start + shift, removed, inserted: exact };
    shift += exact.length - removed.length;
    return edit;
  });
}

/** Offsets of the CRs that an LF follows, rising. */
function pairOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf("\r\n"); at !== -1; at = text.indexOf("\r\n", at + 2)) offsets.push(at);
  return offsets;
}

function usualLineEnd(text: string, pairs: number): ShownText["lineEnd"] {
  const crs = text.split("\r").length - 1 - pairs;
  const lfs = text.split("\n").length - 1 - pairs;
  if (pairs >= crs && pairs >= lfs) return "\r\n";
  return lfs >= crs ? "\n" : "\r";
}

/** How many of the first indices satisfy a condition that holds for a beginning of them; by halving. */
function countWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
