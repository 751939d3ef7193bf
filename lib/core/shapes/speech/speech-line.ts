import { readText } from "@/lib/core/call-ingest/read-number";
import { numberText, secondsText } from "@/lib/core/shapes/build/decimal";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { TurnField, TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { JsonNode } from "@/lib/core/text/json-node";

/** What a vendor counts in; `suffixed` is "1.300s". */
export type SpeechUnit = "s" | "ms" | "suffixed";

interface SpanNodes {
  readonly start: JsonNode | undefined;
  readonly end: JsonNode | undefined;
  readonly unit: SpeechUnit;
}

type Span = Pick<SpokenLine, "startSeconds" | "endSeconds" | "sources">;

/** An offset this little below 0 is a rounding fault and is written as 0; further below it means nothing. */
const SMALLEST_OFFSET = -1;

/** Start and end of something said, in seconds; an end before its start is left out. */
export function readSpan({ start, end, unit }: SpanNodes): Span {
  const [from, to] = [readSeconds(start, unit), readSeconds(end, unit)];
  if (!start || from === null || from <= SMALLEST_OFFSET) return { sources: [] };
  const startSource = offsetOf(start, "startSeconds", { seconds: from, unit });
  if (!end || to === null || to < from) return { startSeconds: startSource.seconds, sources: [startSource.source] };
  const endSource = offsetOf(end, "endSeconds", { seconds: to, unit });
  return { startSeconds: startSource.seconds, endSeconds: endSource.seconds, sources: [startSource.source, endSource.source] };
}

/** Seconds of a leaf in the vendor's unit; null where it holds no number. */
export function readSeconds(node: JsonNode | undefined, unit: SpeechUnit): number | null {
  if (unit === "suffixed") {
    const text = /^(\d+(?:\.\d+)?)s$/.exec(readText(node)?.trim() ?? "")?.[1];
    return text === undefined ? null : Number(text);
  }
  const text = numberText(node);
  return text === null ? null : Number(text) / (unit === "ms" ? 1000 : 1);
}

function offsetOf(node: JsonNode, field: TurnField, from: { readonly seconds: number; readonly unit: SpeechUnit }): { readonly seconds: string; readonly source: TurnSource } {
  const seconds = secondsText(Math.max(0, from.seconds), node.type === "number" && from.unit === "s" ? node.source : undefined);
  const isSame = node.type === "number" && node.source === seconds && from.unit === "s";
  const reason = from.unit === "ms" ? "Milliseconds written as seconds" : "Seconds as a number, at most 3 decimals";
  return { seconds, source: { node, field, ...(isSame ? {} : { reason }) } };
}

interface SaidParts extends SpanNodes {
  readonly word: string;
  readonly wordNode?: JsonNode | undefined;
  readonly text: JsonNode | undefined;
}

/** One thing that was said, from a leaf that holds its text. Blanks at its ends go. */
export function speechLine({ word, wordNode, text, ...span }: SaidParts): SpokenLine {
  const source = readText(text) ?? "";
  const content = source.trim();
  const { sources, ...times } = readSpan(span);
  const textSource: TurnSource[] = text ? [{ node: text, field: "content", ...(source === content ? {} : { reason: "Without the blanks at its ends" }) }] : [];
  return { word, wordNode, content, ...times, sources: [...textSource, ...sources] };
}
