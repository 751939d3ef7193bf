/** A date and time as a text has it: which of two numbers is the day may still be open. */
export interface WrittenDate {
  /** The three numbers of the date as they stand. */
  readonly numbers: readonly [number, number, number];
  /** "2026-03-02": then there is only one reading. */
  readonly yearFirst: boolean;
  /** Seconds since midnight, with decimals. */
  readonly seconds: number;
  /** Minutes that its clock is ahead of UTC; null where no zone is given. */
  readonly zoneMinutes: number | null;
}

export type DayOrder = "day-first" | "month-first";

const TIME = /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s?m?\.?$/i;
const DATE_AND_TIME = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?(?:\s*(?:T|,|\s)\s*(.+))?$/i;
/** Ours: longer texts hold more than a date. */
const MAX_CHARACTERS = 80;
const ZONE = /\s*(Z|UTC|GMT|(?:UTC|GMT)?\s?[+-]\d{2}:?\d{2})$/i;
/** Marks of direction, and the narrow blanks that phones write before AM and PM. */
const INVISIBLE = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const NARROW_BLANKS = /[\u00A0\u2009\u202F]/g;

/** A text without the marks of direction that phones write into it, its narrow blanks as plain ones. */
export function plainCharacters(text: string): string {
  return text.replace(INVISIBLE, "").replace(NARROW_BLANKS, " ");
}

/** Seconds since midnight of "10:02", "10:02:15 PM", "9.30"; null for what is no time of a day. */
export function readClock(text: string): number | null {
  const match = TIME.exec(plainCharacters(text).trim());
  if (!match) return null;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((digits) => Number(digits ?? 0)) as [number, number, number];
  const half = match[5]?.toLowerCase();
  if (minutes > 59 || seconds > 59 || hours > 23 || (half !== undefined && (hours < 1 || hours > 12))) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === "p" ? 12 : 0);
  return hour * 3600 + minutes * 60 + seconds + Number(`0.${match[4] ?? 0}`);
}

/** Reads a date with or without a time ("2026-03-02 10:02:15", "02.03.26, 10:02", "3/2/2026 10:02 PM", with or without a zone). */
export function readWrittenDate(text: string): WrittenDate | null {
  if (text.length > MAX_CHARACTERS) return null;
  const plain = plainCharacters(text).trim();
  const match = DATE_AND_TIME.exec(plain);
  if (!match?.[1] || !match[3] || !match[4]) return null;
  const yearFirst = match[1].length === 4;
  if (!yearFirst && match[1].length > 2) return null;
  if (yearFirst ? match[4].length > 2 : match[4].length === 1 || match[4].length === 3) return null;
  const [clock, zoneMinutes] = splitZone(match[5] ?? "0:00");
  const seconds = readClock(clock);
  if (seconds === null) return null;
  return { numbers: [Number(match[1]), Number(match[3]), Number(match[4])], yearFirst, seconds, zoneMinutes };
}

function splitZone(text: string): readonly [string, number | null] {
  const match = ZONE.exec(text);
  // A negative zone needs its sign after a time, not after a date: "10:02-05:00".
  if (!match?.[1]) return [text, null];
  return [text.slice(0, match.index), zoneMinutesOf(match[1])];
}

/** Minutes ahead of UTC of "Z", "UTC", "+02:00", "UTC+2"; null for anything else. */
export function zoneMinutesOf(text: string): number | null {
  if (/^(?:Z|UTC|GMT)$/i.test(text.trim())) return 0;
  const match = /^(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? null : minutes * (match[1] === "-" ? -1 : 1);
}

/** The order that a number above 12 proves, in any of the dates; "open" where none does, "mixed" where two contradict. */
export function provenOrder(dates: Iterable<WrittenDate>): DayOrder | "open" | "mixed" {
  const [seen, found] = [{ some: false }, new Set<DayOrder>()];
  for (const { numbers, yearFirst } of dates) {
    if (yearFirst) continue;
    seen.some = true;
    if (numbers[0] > 12) found.add("day-first");
    if (numbers[1] > 12) found.add("month-first");
  }
  if (found.size === 2) return "mixed";
  const [only] = found;
  return only ?? (seen.some ? "open" : "day-first");
}

/** Milliseconds that a clock in UTC would show this date at; null where the calendar has no such day. */
export function wallMs({ numbers, yearFirst, seconds }: WrittenDate, order: DayOrder): number | null {
  const [first, second, third] = numbers;
  const [year, month, day] = yearFirst ? [first, second, third] : [third < 100 ? 2000 + third : third, order === "day-first" ? second : first, order === "day-first" ? first : second];
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCDate() !== day) return null;
  return midnight.getTime() + Math.round(seconds * 1000);
}
