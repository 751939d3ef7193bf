import { member, nodeAt } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";
import { firstCharacters } from "@/lib/core/call-ingest/limits";
import { wordFinder, type WordSearch } from "./find-words";

/** One place that would change, with the words around it. */
export interface ReplaceSample {
  /** From 1, as the transcript counts. */
  readonly turn: number;
  readonly before: string;
  readonly match: string;
  readonly behind: string;
}

/** Ours: enough to recognise a sentence, short enough for a line. */
const AROUND = 40;
const MAX_MATCH = 200;

/**
 * A function that counts the places in a canonical text that a replacement would change, and shows the first; null where the text
 * is not JSON. A text that can hold no match is not even parsed.
 */
export function replacePreviewer(search: WordSearch): (text: string, wanted: number) => { readonly places: number; readonly samples: readonly ReplaceSample[] } | null {
  const find = wordFinder(search);
  return (text, wanted) => {
    // Without escapes the text holds its strings as they are.
    if (!text.includes("\\") && find(text).length === 0) return { places: 0, samples: [] };
    const parsed = parseJson(text);
    if (!parsed.ok) return null;
    const turns = nodeAt(parsed.value.root, ["transcript", "turns"]);
    const samples: ReplaceSample[] = [];
    let places = 0;
    for (const [index, turn] of (turns?.type === "array" ? turns.items : []).entries()) {
      const content = member(turn, "content");
      if (content?.type !== "string") continue;
      for (const { start, end } of find(content.value)) {
        places += 1;
        if (samples.length < wanted) samples.push({ turn: index + 1, ...around(content.value, start, end) });
      }
    }
    return { places, samples };
  };
}

function around(text: string, start: number, end: number): Omit<ReplaceSample, "turn"> {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const behind = text.slice(end, end + AROUND);
  return { before: start > AROUND ? `…${before.toWellFormed()}` : before, match: firstCharacters(text.slice(start, end), MAX_MATCH), behind: end + AROUND < text.length ? `${behind.toWellFormed()}…` : behind };
}
