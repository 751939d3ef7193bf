import { parseJson } from "@/lib/core/text/scan-json";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { isRealFault } from "./structure-fault";
import { MAX_CALL_BYTES } from "./limits";

/** `more`: the window ends before it shows. */
export type LongerValue = { readonly kind: "value"; readonly end: number } | { readonly kind: "more" } | { readonly kind: "broken"; readonly problem: JsonSyntaxProblem };

/** Ours: how far behind its first line a value is read at first; each further try reads eight times as much, so all tries together stay linear. */
const FIRST_LOOK = 1_024;

/**
 * Whether a value that is not closed on its own line goes on over the next ones, as a value written over lines among JSON Lines does.
 * A line that is merely broken shows as such at the line behind it, so the look ahead is short.
 */
export function readLongerValue(text: string, place: { readonly start: number; readonly lineEnd: number; readonly ended: boolean }): LongerValue {
  const { start, lineEnd, ended } = place;
  for (let look = FIRST_LOOK; ; look *= 8) {
    const windowEnd = Math.min(text.length, lineEnd + look);
    const window = text.slice(start, windowEnd);
    const parsed = parseJson(window, { allowTrailing: true });
    if (parsed.ok) return { kind: "value", end: start + parsed.value.end };
    if (isRealFault(parsed.error, window) || window.length > MAX_CALL_BYTES) return { kind: "broken", problem: parsed.error };
    if (windowEnd === text.length) return ended ? { kind: "broken", problem: parsed.error } : { kind: "more" };
  }
}
