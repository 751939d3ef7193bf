import type { ValueSpan } from "@/lib/core/text/replace-in-string";

/** What is looked for: plain words, no patterns. */
export interface WordSearch {
  readonly find: string;
  readonly matchCase: boolean;
  /** Not inside a longer word: no letter, digit or underline beside it. */
  readonly wholeWord: boolean;
}

const WORD_BEFORE = /[\p{L}\p{M}\p{N}_]$/u;
const WORD_BEHIND = /^[\p{L}\p{M}\p{N}_]/u;

/** A function that finds every place of the words in a text, forward and without overlap. Case is folded as Unicode does it. */
export function wordFinder({ find, matchCase, wholeWord }: WordSearch): (text: string) => readonly ValueSpan[] {
  const pattern = new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), matchCase ? "gu" : "giu");
  return (text) => {
    const spans: ValueSpan[] = [];
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!wholeWord || standsAlone(text, span)) spans.push(span);
    }
    return spans;
  };
}

function standsAlone(text: string, { start, end }: ValueSpan): boolean {
  // A character may take two code units on either side.
  return !WORD_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && !WORD_BEHIND.test(text.slice(end, end + 2));
}
