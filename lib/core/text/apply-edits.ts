import { failure, success, type Result } from "@/lib/core/result";
import { cutsPair } from "./surrogates";
import { invertEdit, type TextEdit } from "./text-edit";

/**
 * Applies edits one after the other, each against the text left by the one before. Edits that go forward through the text are
 * applied in one pass: ten thousand of them cost one copy. Throws RangeError when `removed` is not what stands there.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let source = text;
  let cursor = 0;
  let done: string[] = [];
  let doneLength = 0;
  for (const edit of edits) {
    if (edit.offset < doneLength) {
      source = done.join("") + source.slice(cursor);
      cursor = 0;
      done = [];
      doneLength = 0;
    }
    const at = cursor + edit.offset - doneLength;
    if (at > source.length || !source.startsWith(edit.removed, at)) throw new RangeError("A text edit does not fit the text it is applied to");
    done.push(source.slice(cursor, at), edit.inserted);
    doneLength = edit.offset + edit.inserted.length;
    cursor = at + edit.removed.length;
  }
  return done.length === 0 ? source : done.join("") + source.slice(cursor);
}

/** The edits that take a sequence back, against the text after it. */
export function invertEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map(invertEdit).reverse();
}

/**
 * Makes a sequence out of edits that are all meant for the same text and do not overlap: each offset is moved by what the
 * edits before it add or take. Edits at one offset keep their order.
 */
export function inSequence(edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((left, right) => left.edit.offset - right.edit.offset || left.order - right.order)
    .map(({ edit }) => {
      const moved = { ...edit, offset: edit.offset + shift };
      shift += edit.inserted.length - edit.removed.length;
      return moved;
    });
}

/** The smallest single edit that turns one text into the other without cutting a surrogate pair; null where they are equal. */
export function diffToEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (cutsPair(before, start) || cutsPair(after, start)) start -= 1;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  if (cutsPair(before, before.length - tail) || cutsPair(after, after.length - tail)) tail -= 1;
  return { offset: start, removed: before.slice(start, before.length - tail), inserted: after.slice(start, after.length - tail) };
}

/**
 * Rewrites a sequence of edits so that it applies after `over`, both made against the same text. `"overlap"` where the two touch the
 * same characters or insert at the same place: there nobody but a person can say what was meant.
 */
export function rebaseEdits(edits: readonly TextEdit[], over: readonly TextEdit[]): Result<readonly TextEdit[], "overlap"> {
  const rebased: TextEdit[] = [];
  let theirs = over;
  for (const edit of edits) {
    let mine = edit;
    const next: TextEdit[] = [];
    for (const other of theirs) {
      const order = orderOf(mine, other);
      if (order === "overlap") return failure("overlap");
      if (order === "before") next.push(shifted(other, mine));
      else {
        next.push(other);
        mine = shifted(mine, other);
      }
    }
    rebased.push(mine);
    theirs = next;
  }
  return success(rebased);
}

/** Whether `mine` lies wholly before or behind `other`; both against one text. */
function orderOf(mine: TextEdit, other: TextEdit): "before" | "behind" | "overlap" {
  const samePoint = mine.offset === other.offset && mine.removed === "" && other.removed === "";
  if (samePoint) return "overlap";
  if (mine.offset + mine.removed.length <= other.offset) return "before";
  return other.offset + other.removed.length <= mine.offset ? "behind" : "overlap";
}

function shifted(edit: TextEdit, by: TextEdit): TextEdit {
  return { ...edit, offset: edit.offset + by.inserted.length - by.removed.length };
}
