import fc from "fast-check";

/** Values that break readers: of another type, empty, out of range, far too long, or a secret. */
const HOSTILE: readonly unknown[] = [
  null, true, "", " ", "0", "-1", 0, -0.5, -3, 1e308, 12.5, 1_772_443_805, 1_772_443_805_000, [], {}, [null], [[]], ["x"], { a: 1 }, [{ role: 1 }],
  "anonymous", "2026-03-02T09:30:05Z", "user: Hi assistant: Yo", "Agent: Hi\nUser: Yo", "x".repeat(3000), "\ud800", "sk-test-0123456789abcdefghij", "__proto__",
];

export interface Mutation {
  readonly place: number;
  readonly kind: "replace" | "delete" | "double" | "swap";
  readonly value: number;
}

/** One to four changes at random places. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ place: fc.nat(), kind: fc.constantFrom("replace" as const, "delete" as const, "double" as const, "swap" as const), value: fc.nat() }),
  { minLength: 1, maxLength: 4 },
);

interface Slot {
  readonly holder: unknown[] | Record<string, unknown>;
  readonly key: string | number;
}

/** A copy of a JSON value with the changes made, as text. */
export function mutateJson(value: unknown, changes: readonly Mutation[]): string {
  const box = { root: structuredClone(value) };
  for (const { place, kind, value: choice } of changes) {
    const slots = slotsOf(box);
    const slot = slots[place % slots.length];
    if (slot) change(slot, kind, kind === "swap" ? valueAt(slots[choice % slots.length]) : HOSTILE[choice % HOSTILE.length]);
  }
  return JSON.stringify(box.root ?? null);
}

function change({ holder, key }: Slot, kind: Mutation["kind"], other: unknown): void {
  const current = (holder as Record<string | number, unknown>)[key]; // Lists take number keys, objects text ones; slotsOf made them so.
  if (kind === "delete" && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (kind === "delete" && key !== "root") Reflect.deleteProperty(holder, key);
  else if (kind === "double" && Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(current));
  else if (kind !== "double") (holder as Record<string | number, unknown>)[key] = structuredClone(other);
}

function valueAt(slot: Slot | undefined): unknown {
  return slot && (slot.holder as Record<string | number, unknown>)[slot.key]; // As above.
}

function slotsOf(holder: unknown): readonly Slot[] {
  if (typeof holder !== "object" || holder === null) return [];
  const keys = Array.isArray(holder) ? holder.map((_, index) => index) : Object.keys(holder);
  return keys.flatMap((key) => {
    const slot: Slot = { holder: holder as Slot["holder"], key };
    return [slot, ...slotsOf(valueAt(slot))];
  });
}

/** A text with a stretch taken out, doubled or replaced at each place; for records that are no JSON. */
export function mutateText(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((current, { place, kind, value }) => {
    const at = place % (current.length + 1);
    const end = Math.min(current.length, at + 1 + (value % 12));
    if (kind === "delete") return current.slice(0, at) + current.slice(end);
    if (kind === "double") return current.slice(0, end) + current.slice(at);
    if (kind === "swap") return current.slice(end) + current.slice(0, end);
    return `${current.slice(0, at)}${String(HOSTILE[value % HOSTILE.length]).slice(0, 40)}${current.slice(end)}`;
  }, text);
}
