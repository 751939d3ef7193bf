import type { JsonNode } from "@/lib/core/text/json-node";

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const NUMERIC = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The JSON number text of a number, or of a text that is one ("11"); null for anything else and for what is not finite. */
export function numberText(node: JsonNode | undefined): string | null {
  const text = node?.type === "number" ? node.source : node?.type === "string" ? node.value.trim() : "";
  return NUMERIC.test(text) && Number.isFinite(Number(text)) ? text : null;
}

/** Hundredths as a number text: 456 → 4.56, 4.56 → 0.0456. Done on the digits, so that no cent turns into 0.045600000000000002. */
export function hundredth(source: string): string {
  const match = PLAIN.exec(source);
  if (!match) return String(Number(source) / 100);
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = whole.padStart(3, "0");
  const decimals = `${digits.slice(-2)}${fraction}`.replace(/0+$/, "");
  const units = digits.slice(0, -2).replace(/^0+(?=\d)/, "");
  return decimals === "" ? `${sign}${units}` : `${sign}${units}.${decimals}`;
}

/** Seconds as a number text with at most 3 decimals; the source's own text where it has no more than that. */
export function secondsText(seconds: number, source?: string): string {
  if (source !== undefined && /^\d+(?:\.\d{1,3})?$/.test(source)) return source;
  const rounded = Math.round(seconds * 1000) / 1000;
  // Past 1e305 the product is infinite, and decimals are long gone; adding 0 turns -0 into 0.
  return String((Number.isFinite(rounded) ? rounded : seconds) + 0);
}

/** Whole seconds, halves up. */
export function wholeSeconds(seconds: number): string {
  return String(Math.floor(seconds + 0.5));
}
