import type { SourceDetection } from "@/lib/core/shapes/shape";
import type { JsonNode } from "@/lib/core/text/json-node";
import { formatPath } from "@/lib/core/text/json-path";
import { lineIndex } from "@/lib/core/text/line-index";
import { parseJson } from "@/lib/core/text/scan-json";
import { isConversationNode, RECOGNISED } from "./is-conversation";
import { peelEnvelope } from "./peel-envelope";
import { peelHar, peelHarEntry } from "./peel-har";
import { peelHits } from "./peel-hits";
import { peelHttp, peelHttpRequest } from "./peel-http";
import { peelN8nItem, peelN8nWebhook, peelN8nWorkflow } from "./peel-n8n";
import { peelRun } from "./peel-run";
import type { Peel, PeeledPart, Peeler } from "./peeler";
import { encodable } from "./slice-record";
import type { PlacedRecord } from "./split-event";
import { unwrapString } from "./unwrap-string";

/** The more telling ones first. */
const PEELERS: readonly Peeler[] = [peelN8nWorkflow, peelN8nItem, peelN8nWebhook, peelHar, peelHarEntry, peelHttp, peelHttpRequest, peelHits, peelEnvelope, peelRun];

/** One layer taken off a record: what was inside it. */
export interface PeeledLayer {
  readonly isCertain: boolean;
  readonly records: readonly PlacedRecord[];
}

/** Whether a converter, or Zelto, knows the value as it stands: then nothing is ever taken off it. The mapper finds lists in wrappers too and does not count. */
export function isRecognised({ shape, confidence }: SourceDetection): boolean {
  return shape !== "unknown" && shape !== "generic" && confidence >= RECOGNISED;
}

/** Takes the outermost wrapper off a record; null where there is none. `root` is the record's parsed text. */
export function peelLayer(record: PlacedRecord, root: JsonNode): PeeledLayer | null {
  for (const peeler of PEELERS) {
    const peel = peeler(root);
    if (peel === null) continue;
    const records = recordsOf(record, peel);
    if (records.length > 0) return { isCertain: peel.isCertain, records };
  }
  return null;
}

function recordsOf(record: PlacedRecord, peel: Peel): readonly PlacedRecord[] {
  const lines = lineIndex(record.text);
  const placeOf = (offset: number): { line: number; column: number | null } => {
    const { line, column } = lines.position(offset);
    if (record.column === null) return { line: record.line, column: null };
    return { line: record.line + line - 1, column: line === 1 ? record.column + column - 1 : column };
  };
  return peel.parts.flatMap((part) => {
    const inside = partRecords(record, part);
    return inside.map(({ node, text, path }) => {
      const whole = joined(record.path, path);
      const notes = [...record.notes.filter((note) => !note.startsWith(INSIDE)), ...peel.notes, insideNote(whole)];
      const isDecoded = text !== record.text;
      const place = placeOf(isDecoded ? part.node.start : node.start);
      const found = encodable(text.slice(node.start, node.end), { path: whole, line: place.line, notes });
      return { ...found, column: isDecoded ? null : place.column, ...offsetOf(record, node, isDecoded) };
    });
  });
}

function offsetOf(record: PlacedRecord, node: JsonNode, isDecoded: boolean): { offset?: number } {
  return record.column === null || isDecoded || record.offset === undefined ? {} : { offset: record.offset + node.start };
}

interface InsidePart {
  readonly node: JsonNode;
  /** The text that the node's offsets count in: the record's, or what a string held. */
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/** A list inside a wrapper is a list of records, unless it is the messages of one call. */
function partRecords(record: PlacedRecord, part: PeeledPart): readonly InsidePart[] {
  const opened = opening(record.text, part.node);
  if (opened === null) return [];
  const { text, node } = opened;
  if (node.type !== "array" || isConversationNode(text, node.items)) return [{ node, text, path: part.path }];
  return node.items.filter(({ type }) => type !== "null").map((item, index) => ({ node: item, text, path: [...part.path, index] }));
}

function opening(text: string, node: JsonNode): { readonly text: string; readonly node: JsonNode } | null {
  if (node.type !== "string") return { text, node };
  const inner = unwrapString(node);
  if (inner !== null) return { text: inner.text, node: inner.parsed.root };
  const parsed = parseJson(node.value);
  return parsed.ok && parsed.value.root.type !== "string" ? { text: node.value, node: parsed.value.root } : null;
}

const INSIDE = "Found inside ";

function joined(base: string, path: readonly (string | number)[]): string {
  const inner = formatPath(path);
  if (base === "") return inner;
  if (/^(?:line|value) \d+$/.test(base)) return `${base}: ${inner}`;
  return inner.startsWith("[") ? `${base}${inner}` : `${base}.${inner}`;
}

/** "Found inside json.body of item 0." */
function insideNote(path: string): string {
  const [, item, insideItem] = /^\[(\d+)\]\.?(.+)$/.exec(path) ?? [];
  if (item !== undefined && insideItem !== undefined) return `${INSIDE}${insideItem} of item ${item}.`;
  const [, place, insidePlace] = /^((?:line|value) \d+): (.+)$/.exec(path) ?? [];
  return place !== undefined && insidePlace !== undefined ? `${INSIDE}${insidePlace} of ${place}.` : `${INSIDE}${path}.`;
}
