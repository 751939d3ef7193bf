import { zoneMinutesOf } from "./written-date";

/** Turns what a wall clock shows, in milliseconds as if it stood in UTC, into milliseconds since the epoch. */
export type ZoneClock = (wallMs: number) => number;

const DAY_MS = 86_400_000;

/**
 * The clock of a zone: "Europe/Berlin", "+02:00", "UTC"; null for a zone that nobody knows. An hour that comes twice is read
 * as its first time, an hour that is skipped as if the clock had not been put forward.
 */
export function zoneClock(zone: string): ZoneClock | null {
  const minutes = zoneMinutesOf(zone);
  if (minutes !== null) return (wall) => wall - minutes * 60_000;
  const format = zoneFormat(zone.trim());
  if (!format) return null;
  return (wall) => {
    const offsets = [wall - DAY_MS, wall + DAY_MS].map((near) => aheadOfUtc(format, near));
    const [before = 0, after = 0] = offsets;
    const fits = [before, after].map((offset) => wall - offset).filter((ms) => aheadOfUtc(format, ms) === wall - ms);
    return fits.length === 0 ? wall - before : Math.min(...fits);
  };
}

function zoneFormat(zone: string): Intl.DateTimeFormat | null {
  if (zone === "") return null;
  try {
    const digits = "2-digit";
    return new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: digits, day: digits, hour: digits, minute: digits, second: digits });
  } catch {
    // The platform throws a RangeError for a zone that it does not know.
    return null;
  }
}

function aheadOfUtc(format: Intl.DateTimeFormat, ms: number): number {
  const whole = Math.floor(ms / 1000) * 1000;
  if (!Number.isFinite(new Date(whole).getTime())) return 0;
  const parts = new Map(format.formatToParts(new Date(whole)).map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second")) - whole;
}
