/** A spreadsheet keeps at most so many characters of a cell (Excel's specification); a cell of just that length was cut. */
export const CUT_AT = 32_767;

const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i;
const FORMULA_ERROR = /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|#+)/i;
const NUMBER_DATE = /^(\d{1,4})[-./](\d{1,2})(?:[-./](\d{2,4}))?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
const MONTH_DATE = /^(?:\d{1,2}[-. ])?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*\.?[- ]\d{2,4}$/i;

/**
 * What a spreadsheet made of an id or a phone number before we saw it, as the end of a sentence; null for a cell that may well be
 * what was typed. Digits lost to "1.55501E+10" cannot be won back, and "3-1" may have become "03. Jan".
 */
export function spoiledBy(value: string, use: "id" | "phone"): string | null {
  const text = value.trim();
  if (SCIENTIFIC.test(text)) return "a spreadsheet shortened the number, and its last digits are lost";
  if (FORMULA_ERROR.test(text)) return "it is a spreadsheet's error and no value";
  if (use === "id" && isDate(text)) return "it looks like an id that a spreadsheet turned into a date";
  return null;
}

function isDate(text: string): boolean {
  if (MONTH_DATE.test(text)) return true;
  const match = NUMBER_DATE.exec(text);
  if (!match) return false;
  const [first, second, third] = [Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3])];
  if (first > 999) return second >= 1 && second <= 12 && (third === null || third <= 31);
  const fits = Math.min(first, second) >= 1 && Math.min(first, second) <= 12 && Math.max(first, second) <= 31;
  return fits && (third === null || third >= 10);
}

/** `="0123"` and `'+1555…` are how people keep a spreadsheet from changing a value: what is meant, without the guard. */
export function withoutGuard(value: string): string {
  return /^="(.*)"$/s.exec(value.trim())?.[1] ?? value.trim().replace(/^'(?=[+\d])/, "");
}

const TOTALS = /^(?:grand |sub)?(?:totals?|sum|summe|gesamt(?:summe)?|toplam|totale|totaux|somme|suma|razem|totaal)\b/i;

/** Whether a row adds up the others: it begins with the word for it and says nothing. */
export function isTotalsRow(cells: readonly string[], said: string): boolean {
  const first = cells.find((value) => value.trim() !== "")?.trim() ?? "";
  return TOTALS.test(first) && first.length <= 40 && !/\p{L}/u.test(said);
}
