const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/**
 * Reads an RFC 3339 date-time with its zone, which is what `format: date-time` asks for, as milliseconds since the epoch; null
 * for anything else: no zone, a blank instead of the T, a day that is not in the calendar. A leap second counts as the
 * second after it.
 */
export function parseDateTime(text: string): number | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * (match[8] === "-" ? -1 : 1);
  const start = new Date(0);
  // setUTCFullYear and not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  start.setUTCFullYear(year, month - 1, day);
  start.setUTCHours(hour, minute - offset, second, 0);
  if (second === 60 && start.getTime() % DAY_MS !== 0) return null;
  return start.getTime() + Math.floor(Number(match[7] ?? 0) * 1000);
}

const DAY_MS = 86_400_000;

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Milliseconds since the epoch as the ISO text that Zelto takes; without `.000` where there are no fractions. Null outside the years 0 to 9999. */
export function formatDateTime(epochMs: number): string | null {
  const rounded = Math.round(epochMs);
  if (!(rounded >= -62_167_219_200_000 && rounded <= 253_402_300_799_999)) return null;
  return new Date(rounded).toISOString().replace(/\.000Z$/, "Z");
}
