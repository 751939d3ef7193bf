/** The JSON object in an answer's body, or null where the body is anything else. */
export function parseAnswerObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    // The cast holds: a parsed object that is no array has string keys and values of any kind.
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    // Not JSON is an ordinary answer of a proxy; the caller's table has a row for it.
    return null;
  }
}

/**
 * Zelto's own words for a refusal (vendor's error body: `error`, `message`), cut to a line of 200 characters. Bodies of any
 * other form give none: HTML is never quoted.
 */
export function readReason(body: string): string | null {
  const value = parseAnswerObject(body);
  const words = [value?.["error"], value?.["message"]].filter((word): word is string => typeof word === "string" && word.trim() !== "");
  const line = [...new Set(words)].join(", ").replace(/\s+/g, " ").trim();
  return line === "" ? null : line.slice(0, 200);
}
