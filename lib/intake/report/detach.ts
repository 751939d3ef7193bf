/**
 * A copy of a text that stands for itself. Engines keep a part of a long text as a view of it: a kept id of 20 characters would keep
 * the megabyte it was read from.
 */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** The same for a whole value of the report, which is plain data. */
export function detached<Value>(value: Value): Value {
  // Each part is copied as what it is, so the copy has the type of the original.
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value === "string") return detach(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}
