import { parseJson } from "@/lib/core/text/scan-json";

/** Where a JSON value stands in a text. */
export interface EmbeddedJson {
  readonly start: number;
  readonly end: number;
}

/** Ours: so many brackets are tried; text round a payload has a few at most. */
const MAX_TRIES = 20;
/** Ours: what is round the value may be so much longer than the value; else the text is a talk in which some JSON is quoted. */
const MAX_SURROUNDING_SHARE = 1;

/**
 * A whole object or array with other text round it: a line of a log, a code fence. Null where there is none, or where the text round
 * it is the larger part.
 */
export function findEmbeddedJson(text: string): EmbeddedJson | null {
  let at = nextOpening(text, 0);
  for (let tries = 0; tries < MAX_TRIES && at >= 0; tries += 1) {
    const parsed = parseJson(text, { start: at, allowTrailing: true });
    if (parsed.ok && isWorthwhile(text.slice(at, parsed.value.end))) {
      const { end } = parsed.value;
      return text.trim().length - (end - at) <= (end - at) * MAX_SURROUNDING_SHARE ? { start: at, end } : null;
    }
    at = nextOpening(text, at + 1);
  }
  return null;
}

/** `[12]` and `{}` stand in many texts. */
function isWorthwhile(value: string): boolean {
  return value.includes(":") && value.includes('"');
}

function nextOpening(text: string, from: number): number {
  const brace = text.indexOf("{", from);
  const bracket = text.indexOf("[", from);
  return brace < 0 || bracket < 0 ? Math.max(brace, bracket) : Math.min(brace, bracket);
}
