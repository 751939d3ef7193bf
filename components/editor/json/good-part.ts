import { diffToEdit } from "@/lib/core/text/apply-edits";
import type { DraftView } from "../draft-view";

/** Leads offsets of the last whole text, which the tree belongs to, to the text on the screen and back. */
export interface GoodPart {
  /** Null inside the stretch that changed since: there the tree tells nothing of the text. */
  readonly toText: (goodOffset: number) => number | null;
  readonly toGood: (offset: number) => number | null;
}

const same = (offset: number): number => offset;

/** What of a broken text is still as it was while it was whole: all in front of the change and all behind it. */
export function goodPart({ goodText, text, syntax }: Pick<DraftView, "goodText" | "text" | "syntax">): GoodPart {
  const change = syntax === null ? null : diffToEdit(goodText, text);
  if (change === null) return { toText: same, toGood: same };
  const { offset, removed, inserted } = change;
  const carry = (from: number, to: number) => (at: number) => (at <= offset ? at : at >= offset + from ? at - from + to : null);
  return { toText: carry(removed.length, inserted.length), toGood: carry(inserted.length, removed.length) };
}
