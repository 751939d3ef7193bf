/** What a person typed into a number field: a number, nothing, or something that is neither. */
export type TypedNumber = { readonly kind: "empty" } | { readonly kind: "number"; readonly value: number } | { readonly kind: "invalid" };

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a typed number with a point as decimal sign; a comma is refused, because "1,204" means two things. */
export function parseTypedNumber(text: string): TypedNumber {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  const value = Number(trimmed);
  return DECIMAL.test(trimmed) && Number.isFinite(value) ? { kind: "number", value } : { kind: "invalid" };
}

const PARTS = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** A typed number in JSON's spelling: no plus sign, no leading zeros, digits on both sides of the point. */
export function jsonSpelling(typed: string): string {
  const [, sign = "", whole = "", fraction = "", exponent] = PARTS.exec(typed.trim()) ?? [];
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  return `${sign === "-" ? "-" : ""}${digits}${fraction === "" ? "" : `.${fraction}`}${exponent === undefined ? "" : `e${exponent}`}`;
}

/** Whether two spellings name the same number, digit by digit: 1.0 and 1, but not two integers beyond 2^53 that one double stands for. */
export function isSameNumber(left: string, right: string): boolean {
  return significantForm(left) === significantForm(right);
}

/** Sign, digits without zeros at either end, and the power of ten of the last one. */
function significantForm(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = PARTS.exec(text.trim()) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${sign === "-" ? "-" : ""}${significant}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length)}`;
}

/** Adds a step without the tail of binary fractions: 0.1 + 0.2 gives 0.3. */
export function addStep(value: number, step: number): number {
  const places = Math.max(decimals(value), decimals(step));
  return Number((value + step).toFixed(Math.min(places, 12)));
}

function decimals(value: number): number {
  const [, fraction = ""] = String(value).split(".");
  return fraction.length;
}
