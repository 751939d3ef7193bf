/*
 * Reading the bodies of other companies, whose shapes nobody here controls: every step may find anything.
 */

/** The value at a path of keys, or undefined where the path breaks off. Own keys only. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** The first of the candidates that is text with something in it. */
export function firstText(...candidates: readonly unknown[]): string | null {
  return candidates.find((candidate): candidate is string => typeof candidate === "string" && candidate.trim() !== "") ?? null;
}

/** The first of the candidates that is a finite number. */
export function firstNumber(...candidates: readonly unknown[]): number | null {
  return candidates.find((candidate): candidate is number => typeof candidate === "number" && Number.isFinite(candidate)) ?? null;
}

/** A list, or an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text for a tool's input or output. A value nested too deeply to be written out becomes empty and its turn is dropped. */
export function writtenOut(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return value === undefined ? "" : JSON.stringify(value);
  } catch {
    // JSON.stringify recurses and overflows on what JSON.parse has read without trouble.
    return "";
  }
}
