import { detectSource } from "@/lib/core/shapes/source/detect-source";
import type { JsonNode } from "@/lib/core/text/json-node";
import { lineIndex } from "@/lib/core/text/line-index";
import { parseJson } from "@/lib/core/text/scan-json";
import { isRecognised, peelLayer } from "./peel-layer";
import { isOversized } from "./source-words";
import type { PlacedRecord } from "./split-event";
import type { FoundRecords } from "./split-source";

const MAX_LAYERS = 5;

/**
 * The records inside a value that is larger than a call may be, such as an answer that lists thousands of calls; null where it is no
 * wrapper. Only what is too large is opened here, the rest later by `openRecord`.
 */
export function splitEnvelope(text: string, root: JsonNode): FoundRecords | null {
  const { line, column } = lineIndex(text).position(root.start);
  const whole = { path: "", line, column, offset: root.start, text: text.slice(root.start, root.end), notes: [] };
  const records = opened(whole, MAX_LAYERS);
  return records === null ? null : { kind: "object", records, badRecords: [] };
}

function opened(record: PlacedRecord, layers: number): readonly PlacedRecord[] | null {
  const parsed = layers === 0 ? null : parseJson(record.text);
  if (!parsed?.ok || isRecognised(detectSource(parsed.value.root))) return null;
  const layer = peelLayer(record, parsed.value.root);
  if (layer === null) return null;
  return layer.records.flatMap((inner) => (isOversized(inner.text) ? (opened(inner, layers - 1) ?? [inner]) : [inner]));
}
