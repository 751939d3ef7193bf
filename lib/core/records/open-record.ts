import type { Answers } from "@/lib/core/shapes/answers";
import type { SourceDetection } from "@/lib/core/shapes/shape";
import { detectSource } from "@/lib/core/shapes/source/detect-source";
import { readSourceRecord, type SourceTree } from "@/lib/core/shapes/source/read-source-record";
import { isRecognised, peelLayer } from "./peel-layer";
import { placeInSource } from "./place-in-source";
import type { PlacedRecord } from "./split-event";
import type { BadRecord } from "./split-source";

/** A record that was read, with what it is; or why it cannot be read, with the place in the source. */
export type OpenedRecord =
  | { readonly ok: true; readonly record: PlacedRecord; readonly tree: SourceTree; readonly detection: SourceDetection }
  | { readonly ok: false; readonly bad: BadRecord };

/** Wrappers inside each other that are taken off (shapes.md section 5). */
const MAX_LAYERS = 5;

/**
 * Reads a record, recognises it and takes off the wrappers round it: one element normally, several where a wrapper held a list. What is
 * recognised as it stands is never opened; a wrapper whose keys could mean something else comes off only where what is inside is
 * recognised at least as well. The same record and answers give the same result. Never throws.
 */
export function openRecord(record: PlacedRecord, answers: Answers): readonly OpenedRecord[] {
  return open(record, answers, 0);
}

function open(record: PlacedRecord, answers: Answers, layers: number): readonly OpenedRecord[] {
  const read = readSourceRecord(record.text);
  if (!read.ok) {
    const problem = placeInSource(read.error, record);
    return [{ ok: false, bad: { path: record.path, line: problem.line, problem, text: record.text } }];
  }
  const tree = read.value;
  const detection = detectSource(tree.root, answers);
  const asItIs: readonly OpenedRecord[] = [{ ok: true, record, tree, detection }];
  if (tree.form === "text" || layers >= MAX_LAYERS || isRecognised(detection)) return asItIs;
  const layer = peelLayer(record, tree.root);
  if (layer === null) return asItIs;
  const inside = layer.records.flatMap((inner) => open(inner, answers, layers + 1));
  return layer.isCertain || isBetter(inside, detection) ? inside : asItIs;
}

/** Whether something inside is recognised at least as well as the whole. */
function isBetter(inside: readonly OpenedRecord[], outer: SourceDetection): boolean {
  return inside.some((opened) => opened.ok && opened.detection.shape !== "unknown" && opened.detection.confidence >= outer.confidence);
}
