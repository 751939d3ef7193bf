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

/** Adds a step without the tail of binary fractions: 0.1 + 0.2 gives 0.3. */
export function addStep(value: number, step: number): number {
  const places = Math.max(decimals(value), decimals(step));
  return Number((value + step).toFixed(Math.min(places, 12)));
}

function decimals(value: number): number {
  const [, fraction = ""] = String(value).split(".");
  return fraction.length;
}
