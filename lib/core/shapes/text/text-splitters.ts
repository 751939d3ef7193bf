import type { FoundRecord } from "@/lib/core/records/split-source";
import type { Answers } from "@/lib/core/shapes/answers";
import { splitTable } from "./table/split-table";
import { TEXT_SHAPES } from "./text-shapes";

/**
 * The records of a source that is no JSON, each standing alone; null where the source as a whole is one record, or no text format
 * that holds several. What a person has said about a table's columns counts: after another answer the source is split anew.
 */
export function splitTextRecords(text: string, answers: Answers): readonly FoundRecord[] | null {
  const ranked = TEXT_SHAPES.map(({ shape, likeness }) => ({ shape, likeness: likeness(text) })).sort((left, right) => right.likeness - left.likeness);
  const [best] = ranked;
  if (!best || best.likeness < MIN_LIKENESS || (best.shape !== "csv-turns" && best.shape !== "csv-calls")) return null;
  return splitTable(text, answers);
}

/** The bar of `readSourceRecord`. */
const MIN_LIKENESS = 0.3;
