import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import { readClock, readWrittenDate, type WrittenDate } from "./written-date";

/**
 * A time as a text has it. `instant` and `date` are on the calendar, `clock` is a time of some day, `span` is "00:12" or "1:02:33",
 * which may be an offset or a time of day, `seconds` is an offset that says its unit, `number` is a bare number.
 */
export type Moment =
  | { readonly kind: "instant"; readonly ms: number }
  | { readonly kind: "date"; readonly date: WrittenDate }
  | { readonly kind: "clock"; readonly seconds: number }
  | { readonly kind: "span"; readonly parts: readonly number[] }
  | { readonly kind: "seconds"; readonly seconds: number }
  | { readonly kind: "number"; readonly value: number };

const SPAN = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:[.,]\d{1,6})?)$/;
const SECONDS = /^(\d+(?:\.\d+)?)\s*s(?:ec(?:onds?)?)?$/i;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Reads a time; null for what is none. */
export function readMoment(source: string): Moment | null {
  const text = source.trim();
  if (text.length > 60) return null;
  const ms = parseDateTime(text);
  if (ms !== null) return { kind: "instant", ms };
  const date = readWrittenDate(text);
  if (date) return { kind: "date", date };
  const span = SPAN.exec(text);
  if (span) {
    const parts = [span[1], span[2], span[3]].filter((part) => part !== undefined).map((part) => Number(part.replace(",", ".")));
    return parts.slice(1).every((part) => part < 60) ? { kind: "span", parts } : null;
  }
  const seconds = SECONDS.exec(text)?.[1];
  if (seconds !== undefined) return { kind: "seconds", seconds: Number(seconds) };
  if (NUMBER.test(text)) return { kind: "number", value: Number(text) };
  const clock = readClock(text);
  return clock === null ? null : { kind: "clock", seconds: clock };
}

/** Seconds of a span read as an offset: "1:02" is 62, "1:02:33" is 3753. */
export function spanSeconds(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}
