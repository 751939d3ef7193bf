import { formatDateTime, parseDateTime } from "@/lib/core/call-ingest/date-time";
import type { JsonNode } from "@/lib/core/text/json-node";
import { numberText } from "./decimal";

/** A point in time that was found in a source. */
export interface Instant {
  readonly ms: number;
  /** Date-time text as CallIngest takes it. */
  readonly text: string;
  /** Whether the source has that very text. */
  readonly asWritten: boolean;
}

/** Below this a bare number is an offset and no date: 1e6 s after the epoch is 12 January 1970. */
const SMALLEST_EPOCH = 1e6;
/** Upper ends of seconds, milliseconds, microseconds; above the last are nanoseconds. Each unit covers the years 2001 to 5138. */
const EPOCH_UNITS: readonly (readonly [number, number])[] = [
  [1e11, 1000],
  [1e14, 1],
  [1e17, 1e-3],
];

/** Reads a date-time text with its zone, or a number since the epoch in the unit that its size tells; null for anything else. */
export function readInstant(node: JsonNode | undefined): Instant | null {
  if (node?.type === "string") {
    const ms = parseDateTime(node.value);
    if (ms !== null) return { ms, text: node.value, asWritten: true };
  }
  const source = numberText(node);
  if (source === null) return null;
  const value = Number(source);
  if (value < SMALLEST_EPOCH) return null;
  const scale = EPOCH_UNITS.find(([end]) => value < end)?.[1] ?? 1e-6;
  return instantAt(value * scale);
}

/** The instant of a number of milliseconds; null where it is no date of the years 0 to 9999. */
export function instantAt(epochMs: number): Instant | null {
  const text = formatDateTime(epochMs);
  return text === null ? null : { ms: epochMs, text, asWritten: false };
}
