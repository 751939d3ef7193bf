import { lineIndex } from "@/lib/core/text/line-index";
import { joinEdits } from "./join-edits";
import type { CutOff, KeepComplete, Repair } from "./repair";
import type { OpenContainer } from "./repair-value";

interface CutSource {
  readonly repairs: readonly Repair[];
  /** Containers that are open where the text ends, outermost first. */
  readonly open: readonly OpenContainer[];
  /** Complete values before the one that is cut. */
  readonly values: number;
  readonly valuesEnd: number;
}

/** Says where a text ends in the middle, and what would be left of it without its last, incomplete part. */
export function cutOff(text: string, source: CutSource): CutOff {
  const { line, column } = lineIndex(text).position(text.trimEnd().length);
  return { line, column, sentence: "The text ends in the middle: something is missing behind this place.", keep: keepComplete(text, source) };
}

/** What is complete is counted in the outermost list that has a complete item: the calls of a list of calls, else the turns of a call. */
function keepComplete(text: string, { repairs, open, values, valuesEnd }: CutSource): KeepComplete | null {
  if (values > 0) return keep(text, { repairs, end: valuesEnd, closing: "", items: values, what: values === 1 ? "complete value" : "complete values" });
  const level = open.findIndex(({ type, complete }) => type === "array" && complete > 0);
  const list = open[level];
  if (list === undefined) return null;
  const closing = open
    .slice(0, level + 1)
    .reverse()
    .map(({ type }) => (type === "array" ? "]" : "}"))
    .join("");
  const name = list.name === "" ? "" : ` of ${list.name}`;
  return keep(text, { repairs, end: list.completeEnd, closing, items: list.complete, what: `complete item${list.complete === 1 ? "" : "s"}${name}` });
}

interface Kept {
  readonly repairs: readonly Repair[];
  readonly end: number;
  readonly closing: string;
  readonly items: number;
  readonly what: string;
}

function keep(text: string, { repairs, end, closing, items, what }: Kept): KeepComplete {
  const removed = text.slice(end);
  const cut: Repair = { kind: "cut-off", offset: end, removed, inserted: closing, ...lineIndex(text).position(end), sentence: `Incomplete end, ${removed.length} characters`, outcome: "left out" };
  const kept = [...repairs.filter(({ offset, removed: taken }) => offset + taken.length <= end), cut];
  const sentence = `Keep the ${items} ${what}; what follows is cut off and is left out.`;
  return { repairs: kept, text: joinEdits(text, kept), items, sentence };
}
