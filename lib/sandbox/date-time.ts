const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * A `date-time` of RFC 3339 section 5.6, which JSON Schema's format of that name refers to: full date, time with
 * seconds, and a zone. A second of 60 passes, as the RFC allows it for leap seconds.
 */
export function isDateTime(text: string): boolean {
  const parts = DATE_TIME.exec(text);
  if (parts === null) return false;
  const at = (group: number) => Number(parts[group] ?? 0);
  const [year, month, day] = [at(1), at(2), at(3)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return false;
  return at(4) <= 23 && at(5) <= 59 && at(6) <= 60 && at(7) <= 23 && at(8) <= 59;
}
